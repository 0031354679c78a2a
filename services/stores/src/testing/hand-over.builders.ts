import type { HandOverAccepted, ShiftHandedOver } from '../hand-over/hand-over.events.js';

export const handOverId = '019c0000-0000-7000-8000-0000000000a1';
export const giver = '019c0000-0000-7000-8000-0000000000b1';
export const taker = '019c0000-0000-7000-8000-0000000000b2';

export const aShiftHandedOver = (data: Partial<ShiftHandedOver['data']> = {}): ShiftHandedOver => ({
  type: 'ShiftHandedOver',
  occurredAt: '2026-03-01T06:00:00.000Z',
  storeId: 'sh-01',
  data: {
    ...{ handOverId, storeId: 'sh-01', fromStaffId: giver, toStaffId: taker },
    goods: [{ productId: 'serum-30', quantity: 4 }],
    cashMinor: 50_000,
    open: ['parcel-expected'],
    ...data,
  },
});

export const aHandOverAccepted = (data: Partial<HandOverAccepted['data']> = {}): HandOverAccepted => ({
  type: 'HandOverAccepted',
  occurredAt: '2026-03-01T06:10:00.000Z',
  storeId: 'sh-01',
  data: { handOverId, countedMinor: 49_000, differenceMinor: -1_000, missing: [], ...data },
});

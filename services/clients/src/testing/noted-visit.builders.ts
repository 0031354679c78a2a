import type { ReturnNoted, VisitNoted } from '../noted-visit/noted-visit.events.js';

const clientId = '01900000-0000-7000-8000-00000000000c';
const storeId = 'sh-01';
const facial = { itemId: 'facial', quantity: 1, amountMinor: 29_800, staffId: 'li' };

export const aVisitNoted = (
  data: Partial<VisitNoted['data']> = {},
  occurredAt = '2026-03-01T02:00:00.000Z',
): VisitNoted => ({
  type: 'VisitNoted',
  occurredAt,
  storeId: data.storeId ?? storeId,
  data: {
    visitId: '01900000-0000-7000-8000-0000000000a1',
    clientId,
    storeId,
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    completedOn: occurredAt.slice(0, 10),
    paidMinor: 29_800,
    lines: [facial],
    ...data,
  },
});

export const aReturnNoted = (data: Partial<ReturnNoted['data']> = {}): ReturnNoted => ({
  type: 'ReturnNoted',
  occurredAt: '2026-03-03T02:00:00.000Z',
  storeId,
  data: {
    returnId: '01900000-0000-7000-8000-0000000000b1',
    visitId: '01900000-0000-7000-8000-0000000000a1',
    clientId,
    storeId,
    returnedOn: '2026-03-03',
    returnedMinor: 9_800,
    lines: [{ ...facial, amountMinor: 9_800, staffId: null }],
    ...data,
  },
});

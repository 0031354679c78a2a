import type { StoreLearned } from '../known-store/known-store.events.js';
import type { UnmatchedReturnRecorded } from '../unmatched-return/unmatched-return.events.js';
import type { GoodsReturned, VisitCompleted } from '../visit/visit.events.js';

const visitId = '01900000-0000-7000-8000-00000000000a';
const clientId = '01900000-0000-7000-8000-00000000000c';

export const aStoreLearned = (): StoreLearned => ({
  type: 'StoreLearned',
  occurredAt: '2026-02-01T00:00:00.000Z',
  storeId: 'sh-01',
  data: { storeId: 'sh-01', timeZone: 'Asia/Shanghai', currency: 'CNY' },
});

/** A facial for 298.00 yuan and three jars of cream for 199.99 together, on 1 March in Shanghai. */
export const aVisitCompleted = (data: Partial<VisitCompleted['data']> = {}): VisitCompleted => ({
  type: 'VisitCompleted',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId: 'sh-01',
  data: {
    visitId,
    clientId,
    storeId: 'sh-01',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    lines: [
      {
        lineId: 'facial',
        itemId: 'facial-60',
        description: 'Facial',
        quantity: 1,
        paidMinor: 29_800,
        staffId: 'li',
      },
      {
        lineId: 'cream',
        itemId: 'cream-50',
        description: 'Cream',
        quantity: 3,
        paidMinor: 19_999,
        staffId: null,
      },
    ],
    payments: [{ method: 'wechat', amountMinor: 49_799 }],
    paidMinor: 49_799,
    completedOn: '2026-03-01',
    ...data,
  },
});

/** All the cream, four days later. */
export const goodsReturned = (data: Partial<GoodsReturned['data']> = {}): GoodsReturned => ({
  type: 'GoodsReturned',
  occurredAt: '2026-03-05T02:00:00.000Z',
  storeId: 'sh-01',
  policyVersion: 'return-window@1',
  data: {
    returnId: '01900000-0000-7000-8000-0000000000f1',
    lines: [{ lineId: 'cream', itemId: 'cream-50', quantity: 3, returnedMinor: 19_999, stillPaidMinor: 0 }],
    returnedMinor: 19_999,
    visitStillPaidMinor: 29_800,
    returnedOn: '2026-03-05',
    visit: { visitId, clientId, storeId: 'sh-01' },
    ...data,
  },
});

export const anUnmatchedReturn = (): UnmatchedReturnRecorded => ({
  type: 'UnmatchedReturnRecorded',
  occurredAt: '2011-06-30T23:30:00.000Z',
  storeId: 'United Kingdom',
  data: {
    returnId: '01900000-0000-7000-8000-0000000000d1',
    clientId: null,
    storeId: 'United Kingdom',
    lines: [{ itemId: '22556', description: 'Plasters in a tin', quantity: 12, returnedMinor: 1_980 }],
    returnedMinor: 1_980,
    returnedOn: '2011-07-01',
  },
});

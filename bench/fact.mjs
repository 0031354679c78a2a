import { uuidv7 } from '../dist/libs/event-store/index.js';

/** A visit of two lines: what a fact of this trade looks like, about 400 bytes. */
export const aFact = () => {
  const visitId = uuidv7();
  return {
    type: 'VisitCompleted',
    occurredAt: '2026-03-01T02:00:00.000Z',
    storeId: 'sh-01',
    data: {
      visitId,
      clientId: uuidv7(),
      storeId: 'sh-01',
      lines: [
        { lineId: '1', itemId: 'facial-60', quantity: 1, paidMinor: 29_800, staffId: 'li' },
        { lineId: '2', itemId: 'cream-50', quantity: 3, paidMinor: 19_999, staffId: null },
      ],
      paidMinor: 49_799,
      completedOn: '2026-03-01',
    },
  };
};

import type { ComplaintLearned } from '../known-complaint/known-complaint.events.js';

/** Opened on 1 March, to be answered within two days. */
export const aComplaintLearned = (
  data: Partial<ComplaintLearned['data']> = {},
  occurredAt = '2026-03-01T02:00:00.000Z',
): ComplaintLearned => {
  const { step = 'opened' } = data;
  const dueAt = step === 'opened' ? '2026-03-03T02:00:00.000Z' : null;
  return {
    type: 'ComplaintLearned',
    occurredAt,
    storeId: 'sh-01',
    data: {
      clientId: '01900000-0000-7000-8000-00000000000c',
      complaintId: '01900000-0000-7000-8000-0000000000d1',
      ...{ storeId: 'sh-01', step, dueAt },
      ...data,
    },
  };
};

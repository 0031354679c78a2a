import type { DataKeysReplaced } from '../subject-key/subject-key.events.js';

export const dataKeysReplaced = (
  data: Partial<DataKeysReplaced['data']> = {},
  occurredAt = '2026-03-01T02:00:00.000Z',
): DataKeysReplaced => ({
  type: 'DataKeysReplaced',
  occurredAt,
  storeId: 'sh-01',
  data: {
    clientId: '01900000-0000-7000-8000-00000000000c',
    storeId: 'sh-01',
    version: 2,
    reason: 'may-be-known',
    ...data,
  },
});

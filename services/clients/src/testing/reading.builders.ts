import type { PersonalDataRead } from '../reading/reading.events.js';

export const personalDataRead = (
  data: Partial<PersonalDataRead['data']> = {},
  occurredAt = '2026-03-01T02:00:00.000Z',
): PersonalDataRead => ({
  type: 'PersonalDataRead',
  occurredAt,
  data: {
    clientId: '01900000-0000-7000-8000-00000000000c',
    ...{ what: 'page', purpose: 'care', role: 'therapist', readerStore: 'sh-01' },
    ...data,
  },
});

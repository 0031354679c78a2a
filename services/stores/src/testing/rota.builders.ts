import type { RotaPublished, Shift } from '../rota/rota.events.js';
import { staffId } from './staff.builders.js';

/** The Monday of a week. */
export const week = '2026-03-02';

export const aShift = (data: Partial<Shift> = {}): Shift => ({
  ...{ staffId, day: week, from: '10:00', until: '18:00' },
  ...data,
});

export const aRotaPublished = (data: Partial<RotaPublished['data']> = {}): RotaPublished => ({
  type: 'RotaPublished',
  occurredAt: '2026-03-01T01:00:00.000Z',
  storeId: 'sh-01',
  policyVersion: null,
  data: {
    ...{ storeId: 'sh-01', week, version: 1, reason: null, former: [] },
    shifts: [{ ...aShift(), startsAt: '2026-03-02T02:00:00.000Z', endsAt: '2026-03-02T10:00:00.000Z' }],
    duties: [{ staffId, day: week, duty: 'hygiene' }],
    ...data,
  },
});

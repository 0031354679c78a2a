import { views } from '#libs/testing';
import {
  aPostTaken,
  aStaffHired,
  aTrainingCompleted,
  anAbsenceCancelled,
  anAbsenceNoted,
  anAccessChanged,
  anEmploymentEnded,
  staffId,
} from '../../testing/staff.builders.js';
import type { StaffEvent } from '../staff.events.js';
import { atWork } from './at-work.projection.js';
import { postOn, recorded, type WorkRecord } from '../work-record.js';

const shanghai = { storeId: 'sh-01', timeZone: 'Asia/Shanghai' };
const on = (day: string, ...events: readonly StaffEvent[]) =>
  postOn([aStaffHired(), ...events].reduce<WorkRecord | undefined>(recorded, undefined)!, shanghai, day);

describe('who works in a store on a day', () => {
  it('works from the day she is hired to the day she leaves, in the store’s time', () => {
    const leaves = { ...anEmploymentEnded(), occurredAt: '2026-03-20T17:00:00.000Z' }; // the 21st there
    expect(['02-28', '03-01', '03-21', '03-22'].map((day) => on(`2026-${day}`, leaves))).toEqual([
      undefined,
      'therapist',
      'therapist',
      undefined,
    ]);
  });

  it('is not who is away, unless that was cancelled', () => {
    expect(on('2026-03-12', anAbsenceNoted())).toBeUndefined();
    expect(on('2026-03-13', anAbsenceNoted())).toBe('therapist');
    expect(on('2026-03-12', anAbsenceNoted(), anAbsenceCancelled())).toBe('therapist');
  });

  it('has the post of the day, and works where she was assigned then', () => {
    expect([on('2026-03-04', aPostTaken()), on('2026-03-05', aPostTaken())]).toEqual([
      'therapist',
      'front-desk',
    ]);
    const moved = { ...anAccessChanged({ storeIds: ['bj-01'] }), occurredAt: '2026-03-08T01:00:00.000Z' };
    expect([on('2026-03-07', moved), on('2026-03-08', moved)]).toEqual(['therapist', undefined]);
  });

  it('is found by every store she ever worked in', () => {
    views(atWork)
      .given(aStaffHired(), anAccessChanged({ storeIds: ['bj-01'] }))
      .thenRows({ staffId, storeIds: ['bj-01', 'sh-01'] });
  });

  it('is known with what she has learned', () => {
    views(atWork)
      .given(aStaffHired(), aTrainingCompleted(), aPostTaken())
      .thenRows({ trainings: [{ training: 'desk', completedOn: '2026-02-27' }] });
  });
});

import fc from 'fast-check';
import { Rejection } from '#libs/event-sourcing';
import { decisions } from '#libs/testing';
import {
  absenceId,
  aStaffHired,
  anAbsenceCancelled,
  anAbsenceNoted,
  anEmploymentEnded,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import type { StaffEvent } from '../staff.events.js';
import { staff, type Employed } from '../staff.js';
import { NoteAbsence, noteAbsence } from './note-absence.js';

const spec = decisions(staff, noteAbsence);
const manager = { role: 'store-manager', stores: ['sh-01'] } as const;
const away = (from = '2026-03-10', until = '2026-03-12', by: NoteAbsence['data']['by'] = manager) =>
  new NoteAbsence({ staffId, absenceId, from, until, kind: 'leave', notedAt: morning, by });

describe('noting that somebody is away', () => {
  it('is from the first to the last day', () => {
    spec.given(aStaffHired()).when(away()).then(anAbsenceNoted());
  });

  it('refuses days on which she is away already, and takes them once that is cancelled', () => {
    spec
      .given(aStaffHired(), anAbsenceNoted())
      .when(away('2026-03-12', '2026-03-20'))
      .thenRefused('absent-already');
    spec.given(aStaffHired(), anAbsenceNoted(), anAbsenceCancelled()).when(away()).then(anAbsenceNoted());
  });

  it('refuses an end before its beginning, who has left, and who is not the manager’s', () => {
    spec.given(aStaffHired()).when(away('2026-03-10', '2026-03-09')).thenRefused('ends-before-it-begins');
    spec.given(aStaffHired(), anEmploymentEnded()).when(away()).thenRefused('staff-has-left');
    const other = { role: 'store-manager', stores: ['bj-01'] } as const;
    spec
      .given(aStaffHired())
      .when(away(undefined, undefined, other))
      .thenRefused('store-not-yours');
  });

  it('never has her away twice on one day, whatever is asked', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 15 }), (asked) => {
        const state = asked.reduce(
          (before, [from, until]) => {
            const noted = decidedOrRefused(() => noteAbsence(away(from, until), before));
            return noted.reduce(staff.evolve, before);
          },
          staff.evolve(staff.initial, aStaffHired()),
        ) as Employed;
        for (let n = 1; n <= 28; n += 1) {
          const on = `2026-02-${String(n).padStart(2, '0')}`;
          const thatDay = state.absences.filter(({ from, until }) => from <= on && on <= until);
          expect(thatDay.length).toBeLessThan(2);
        }
      }),
    );
  });
});

const decidedOrRefused = (decide: () => readonly StaffEvent[]): readonly StaffEvent[] => {
  try {
    return decide();
  } catch (refusal) {
    if (refusal instanceof Rejection) return [];
    throw refusal;
  }
};

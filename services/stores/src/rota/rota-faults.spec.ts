import { aStaffHired, anAbsenceNoted, anEmploymentEnded, staffId } from '../testing/staff.builders.js';
import { aStoreChanged, aStoreOpened } from '../testing/store.builders.js';
import { aShift, week } from '../testing/rota.builders.js';
import type { StaffEvent } from '../staff/staff.events.js';
import { recorded, type WorkRecord } from '../staff/work-record.js';
import { store, type OpenedStore } from '../store/store.js';
import type { Duty, Shift } from './rota.events.js';
import { faultsOf, OWN_RULES, unattended, type Circumstances } from './rota-faults.js';

const openingHours = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: '10:00', closes: '20:00' }));
const opened = [
  { ...aStoreOpened(), occurredAt: '2026-01-01T01:00:00.000Z' },
  aStoreChanged({ effectiveFrom: '2026-01-01', changes: { openingHours, closedOn: ['2026-03-04'] } }),
].reduce(store.evolve, store.initial) as OpenedStore;
const her = (...events: readonly StaffEvent[]) =>
  [aStaffHired(), ...events].reduce<WorkRecord | undefined>(recorded, undefined)!;
const faults = (shifts: readonly Shift[], more: Partial<Circumstances> = {}, duties: readonly Duty[] = []) =>
  faultsOf(
    { shifts, duties },
    { week, store: opened, people: new Map([[staffId, her()]]), rules: OWN_RULES, ...more },
  ).map(({ day, fault }) => [day, fault]);
const people = (record: WorkRecord) => ({ people: new Map([[staffId, record]]) });

describe('what of a rota cannot be', () => {
  it('is nothing within the hours of the store, and an hour around them', () => {
    expect(faults([aShift({ from: '09:00', until: '21:00' })])).toEqual([]);
    expect(faults([aShift({ from: '08:59' })])).toEqual([[week, 'outside-hours']]);
    expect(faults([aShift({ until: '21:01' })])).toEqual([[week, 'outside-hours']]);
    expect(faults([aShift({ until: '20:01' })], { rules: { minutesAroundOpening: 0 } })).toEqual([
      [week, 'outside-hours'],
    ]);
  });

  it('is a shift of another week, one that ends before it begins, and one on a day of rest', () => {
    expect(faults([aShift({ day: '2026-03-09' })])).toEqual([['2026-03-09', 'not-in-the-week']]);
    expect(faults([aShift({ from: '18:00', until: '18:00' })])).toEqual([[week, 'ends-before-it-begins']]);
    expect(faults([aShift({ day: '2026-03-04' }), aShift({ day: '2026-03-08' })])).toEqual([
      ['2026-03-04', 'store-closed'],
      ['2026-03-08', 'store-closed'],
    ]);
  });

  it('is a shift of who is away, has left, works elsewhere, or is nobody', () => {
    const away = her(anAbsenceNoted({ from: '2026-03-03', until: '2026-03-05' }));
    const days = [aShift(), aShift({ day: '2026-03-03' })];
    expect(faults(days, people(away))).toEqual([['2026-03-03', 'away']]);
    const left = her({ ...anEmploymentEnded(), occurredAt: '2026-03-02T05:00:00.000Z' });
    expect(faults(days, people(left))).toEqual([['2026-03-03', 'not-working-there']]);
    const elsewhere = [aStaffHired({ storeIds: ['bj-01'] })].reduce<WorkRecord | undefined>(
      recorded,
      undefined,
    )!;
    expect(faults([aShift()], people(elsewhere))).toEqual([[week, 'not-working-there']]);
    expect(faults([aShift({ staffId: 'nobody' })])).toEqual([[week, 'not-working-there']]);
  });

  it('is two shifts at once, and a duty on a day without a shift', () => {
    const morning = aShift({ until: '14:00' });
    expect(faults([morning, aShift({ from: '14:00' })])).toEqual([]);
    expect(faults([morning, aShift({ from: '13:59' })])).toEqual([[week, 'twice-at-once']]);
    const duty = { staffId, day: '2026-03-03', duty: 'hygiene' };
    expect(faults([aShift()], {}, [duty])).toEqual([['2026-03-03', 'duty-without-shift']]);
  });

  it('is more than the rules of working time allow', () => {
    const rules = { minutesAroundOpening: 60, mostHoursADay: 8, mostHoursAWeek: 24, restDaysAWeek: 4 };
    const days = ['2026-03-02', '2026-03-03', '2026-03-05'].map((day) => aShift({ day }));
    expect(faults(days, { rules })).toEqual([]);
    expect(faults([...days, aShift({ day: '2026-03-06', until: '10:01' })], { rules })).toEqual([
      [null, 'week-too-long'],
      [null, 'too-few-days-of-rest'],
    ]);
    expect(faults([aShift(), aShift({ from: '18:00', until: '18:01' })], { rules })).toEqual([
      [week, 'day-too-long'],
    ]);
  });

  it('leaves no day of work without somebody for hygiene', () => {
    const duties = ['2026-03-02', '2026-03-05'].map((day) => ({ staffId, day, duty: 'hygiene' }));
    expect(unattended({ shifts: [], duties }, { week, store: opened }, 'hygiene')).toEqual([
      '2026-03-03',
      '2026-03-06',
      '2026-03-07',
    ]);
  });
});

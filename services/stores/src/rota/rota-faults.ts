import type { PolicyOf } from '#contracts/stores/policies';
import { addDays, daysOf, instantOf } from '#libs/calendar';
import { hoursOn, type HoursOfDay } from '../store/hours-on-a-day.js';
import type { OpenedStore } from '../store/store.js';
import { assignedPost, type WorkRecord } from '../staff/work-record.js';
import type { Duty, Shift } from './rota.events.js';

export const FAULTS = [
  'not-in-the-week',
  'ends-before-it-begins',
  'store-closed',
  'outside-hours',
  'not-working-there',
  'away',
  'twice-at-once',
  'duty-without-shift',
  'day-too-long',
  'week-too-long',
  'too-few-days-of-rest',
] as const;

/** What of a rota cannot be. */
export interface Fault {
  readonly staffId: string;
  /** Null for what is wrong with her week. */
  readonly day: string | null;
  readonly fault: (typeof FAULTS)[number];
}

/** All that a rota must respect. */
export interface Circumstances {
  readonly week: string;
  readonly store: Pick<OpenedStore, 'openedAt' | 'opening' | 'changes'>;
  readonly people: ReadonlyMap<string, WorkRecord>;
  readonly rules: PolicyOf<'working-time'>;
}

export interface Planned {
  readonly shifts: readonly Shift[];
  readonly duties: readonly Duty[];
}

/** Where nothing was published: an hour to prepare and to clear away. */
export const OWN_RULES: PolicyOf<'working-time'> = { minutesAroundOpening: 60 };

const DAYS_OF_A_WEEK = 7;

export const faultsOf = ({ shifts, duties }: Planned, circumstances: Circumstances): Fault[] => [
  ...shifts.flatMap((shift, at) => {
    const fault = shiftFault(shift, circumstances) ?? clash(shift, shifts.slice(0, at));
    return fault === undefined ? [] : [{ staffId: shift.staffId, day: shift.day, fault }];
  }),
  ...duties
    .filter(({ staffId, day }) => !shifts.some((shift) => shift.staffId === staffId && shift.day === day))
    .map(({ staffId, day }) => ({ staffId, day, fault: 'duty-without-shift' as const })),
  ...[...new Set(shifts.map(({ staffId }) => staffId))].flatMap((staffId) =>
    weekFaults(
      shifts.filter((shift) => shift.staffId === staffId),
      circumstances.rules,
    ),
  ),
];

/** Days of work on which nobody has the duty. */
export const unattended = (
  { duties }: Planned,
  { week, store }: Pick<Circumstances, 'week' | 'store'>,
  duty: string,
): string[] =>
  daysOf(week, addDays(week, DAYS_OF_A_WEEK - 1)).filter(
    (day) => hoursOn(store, day) !== null && !duties.some((one) => one.day === day && one.duty === duty),
  );

const shiftFault = (
  shift: Shift,
  { week, store, people, rules }: Circumstances,
): Fault['fault'] | undefined => {
  const { staffId, day } = shift;
  if (day < week || day > addDays(week, DAYS_OF_A_WEEK - 1)) return 'not-in-the-week';
  const { startsAt, endsAt } = instantsOf(shift, store.opening.timeZone);
  if (startsAt >= endsAt) return 'ends-before-it-begins';
  const hours = hoursOn(store, day);
  if (hours === null) return 'store-closed';
  if (!isWithin(shift, hours, rules.minutesAroundOpening)) return 'outside-hours';
  const record = people.get(staffId);
  if (record === undefined || assignedPost(record, store.opening, day) === undefined) {
    return 'not-working-there';
  }
  return record.absences.some(({ from, until }) => from <= day && day <= until) ? 'away' : undefined;
};

/** When a shift begins and ends, whatever the clock in the store shows. */
export const instantsOf = ({ day, from, until }: Shift, timeZone: string) => ({
  startsAt: instantOf(`${day}T${from}`, timeZone)!,
  endsAt: instantOf(`${day}T${until}`, timeZone)!,
});

const isWithin = ({ from, until }: Shift, { opens, closes }: HoursOfDay, around: number): boolean =>
  minutesOf(from) >= minutesOf(opens) - around && minutesOf(until) <= minutesOf(closes) + around;

const clash = (shift: Shift, earlier: readonly Shift[]): 'twice-at-once' | undefined =>
  earlier.some(
    ({ staffId, day, from, until }) =>
      staffId === shift.staffId && day === shift.day && from < shift.until && shift.from < until,
  )
    ? 'twice-at-once'
    : undefined;

const weekFaults = (hers: readonly Shift[], rules: Circumstances['rules']): Fault[] => {
  const { mostHoursADay, mostHoursAWeek, restDaysAWeek } = rules;
  const { staffId } = hers[0]!;
  const days = [...new Set(hers.map(({ day }) => day))];
  const isOver = (shifts: readonly Shift[], hours = Infinity): boolean =>
    shifts.reduce((sum, { from, until }) => sum + minutesOf(until) - minutesOf(from), 0) > hours * 60;
  const long = days.filter((day) =>
    isOver(
      hers.filter((shift) => shift.day === day),
      mostHoursADay,
    ),
  );
  return [
    ...long.map((day) => ({ staffId, day, fault: 'day-too-long' as const })),
    ...(isOver(hers, mostHoursAWeek) ? [{ staffId, day: null, fault: 'week-too-long' as const }] : []),
    ...(DAYS_OF_A_WEEK - days.length < (restDaysAWeek ?? 0)
      ? [{ staffId, day: null, fault: 'too-few-days-of-rest' as const }]
      : []),
  ];
};

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
};

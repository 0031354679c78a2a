import { addDays, dayOf, daysOf, weekdayOf } from '#libs/calendar';
import { hoursOn } from '../../store/hours-on-a-day.js';
import type { OpenedStore } from '../../store/store.js';
import { RHYTHMS, type RhythmKind } from '../rhythm.events.js';

export interface KindStanding {
  readonly kind: RhythmKind;
  /** Days of work that are over, or weeks with such a day. */
  readonly expected: number;
  readonly held: number;
  readonly notHeld: number;
  /** Nobody said whether it was held. */
  readonly untold: number;
}

interface Told {
  readonly kind: RhythmKind;
  readonly day: string;
  readonly held: boolean;
}

interface Period {
  readonly from: string;
  readonly until: string;
  readonly now: string;
}

/** A store as rows of the view have it, too. */
type AStore = Pick<OpenedStore, 'openedAt' | 'opening' | 'changes'>;

const SUNDAY = 7;

/** The first day of which entries count: a week that ends in the period begins before it. */
export const firstCounted = (from: string): string => addDays(from, -6);

/** How a store keeps its rhythm in a period; of weeks, those count that end in it. Today is not over and does not count. */
export const rhythmStanding = (
  opened: AStore,
  { from, until, now }: Period,
  told: readonly Told[],
): KindStanding[] => {
  const yesterday = addDays(dayOf(now, opened.opening.timeZone), -1);
  const last = until < yesterday ? until : yesterday;
  const isOfWork = (day: string): boolean => hoursOn(opened, day) !== null;
  const days = daysOf(from, last);
  const ofDay = days.filter(isOfWork).map((day) => [day]);
  const ofWeek = days
    .filter((day) => weekdayOf(day) === SUNDAY)
    .map((sunday) => daysOf(addDays(sunday, -6), sunday))
    .filter((week) => week.some(isOfWork));
  return RHYTHMS.map((kind) => {
    const times = kind === 'morning-meeting' ? ofDay : ofWeek;
    const held = new Map(told.filter((one) => one.kind === kind).map((one) => [one.day, one.held]));
    return { kind, ...counted(times, held) };
  });
};

const counted = (
  times: readonly (readonly string[])[],
  held: ReadonlyMap<string, boolean>,
): Omit<KindStanding, 'kind'> => {
  const isHeld = times.filter((days) => days.some((day) => held.get(day) === true)).length;
  const isTold = times.filter((days) => days.some((day) => held.has(day))).length;
  const expected = times.length;
  return { expected, held: isHeld, notHeld: isTold - isHeld, untold: expected - isTold };
};

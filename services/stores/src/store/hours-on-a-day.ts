import { dayOf, weekdayOf } from '#libs/calendar';
import { standingOn } from './store-standing.js';
import type { OpenedStore } from './store.js';

/** When a store is open on a day, by its own clock; `24:00` is the end of it. */
export interface HoursOfDay {
  readonly opens: string;
  readonly closes: string;
}

const ALL_DAY: HoursOfDay = { opens: '00:00', closes: '24:00' };

/**
 * Null on a day on which it is closed: before it was opened, while it is not open, on a weekday without hours, on a day named
 * as closed. Where nobody has said any hours, every day is a day of work from its beginning to its end.
 */
export const hoursOn = (
  opened: Pick<OpenedStore, 'openedAt' | 'opening' | 'changes'>,
  day: string,
): HoursOfDay | null => {
  const { status, openingHours, closedOn } = standingOn(opened, day);
  if (day < dayOf(opened.openedAt, opened.opening.timeZone)) return null;
  if (status !== 'open' || closedOn.includes(day)) return null;
  if (openingHours.length === 0) return ALL_DAY;
  const ofWeekday = openingHours.filter(({ weekday }) => weekday === weekdayOf(day));
  const opens = ofWeekday.map((one) => one.opens).sort()[0];
  if (opens === undefined) return null;
  // A store that closes past midnight is open to the end of the day.
  const ends = ofWeekday.map((one) => (one.closes > one.opens ? one.closes : ALL_DAY.closes));
  return { opens, closes: ends.sort().at(-1)! };
};

import { dayOf } from '#libs/calendar';
import { Rejection } from '#libs/event-sourcing';
import type { Time } from './appointment.events.js';

const MINUTE_MS = 60_000;
/** Nobody agrees on a time that far away; whoever seems to has the year wrong. */
const FARTHEST_MS = 366 * 24 * 60 * MINUTE_MS;

/** No treatment takes longer than a day's work. */
export const LONGEST_MINUTES = 12 * 60;

export const minutesOf = ({ startsAt, endsAt }: Time): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS;

/** A time to agree on at `now`: one that would be over already is refused, and one more than a year away. */
export const timeOf = (startsAt: string, minutes: number, timeZone: string, now: string): Time => {
  const starts = Date.parse(startsAt);
  const ends = starts + minutes * MINUTE_MS;
  if (ends <= Date.parse(now)) {
    throw new Rejection('time-is-past', 'This time is over already.', { startsAt, now });
  }
  if (starts - Date.parse(now) > FARTHEST_MS) {
    throw new Rejection('time-too-far', 'This is more than a year away: look at the date.', {
      startsAt,
      now,
    });
  }
  return { startsAt, endsAt: new Date(ends).toISOString(), startsOn: dayOf(startsAt, timeZone) };
};

import { DateTime } from 'luxon';

/** The calendar day, `yyyy-mm-dd`, that an instant falls on in a time zone. */
export const dayOf = (instant: string, timeZone: string): string =>
  isoDay(DateTime.fromISO(instant, { zone: timeZone }));

/** The instant a day begins in a time zone; the first one there is where midnight is skipped. */
export const startOfDay = (day: string, timeZone: string): string =>
  DateTime.fromISO(day, { zone: timeZone }).startOf('day').toUTC().toISO()!;

/** Whole calendar days later; earlier when negative. */
export const addDays = (day: string, days: number): string =>
  isoDay(DateTime.fromISO(day, { zone: 'utc' }).plus({ days }));

/** Calendar months later, earlier when negative: on the same day of the month, or on its last where there is none. */
export const addMonths = (day: string, months: number): string =>
  isoDay(DateTime.fromISO(day, { zone: 'utc' }).plus({ months }));

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => DateTime.fromISO(day, { zone: 'utc' }).weekday;

/** The days from the first to the last, both of them too; none when the last comes before the first. */
export const daysOf = (first: string, last: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_day, at) => addDays(first, at));

/** Whole calendar days from one to the other; negative when the other comes first. */
export const daysBetween = (one: string, other: string): number =>
  DateTime.fromISO(other, { zone: 'utc' }).diff(DateTime.fromISO(one, { zone: 'utc' }), 'days').days;

/** Hours of real time later. */
export const addHours = (instant: string, hours: number): string =>
  DateTime.fromISO(instant, { zone: 'utc' }).plus({ hours }).toISO()!;

/**
 * The instant that a clock on the wall of a time zone shows; `format` as luxon writes it, ISO 8601 without one.
 * Undefined when the text is no such time.
 */
export const instantOf = (local: string, timeZone: string, format?: string): string | undefined => {
  const text = local.trim();
  const options = { zone: timeZone };
  const time =
    format === undefined
      ? DateTime.fromISO(text.replace(' ', 'T'), options)
      : DateTime.fromFormat(text, format, options);
  return time.isValid ? time.toUTC().toISO() : undefined;
};

/** The same instant in UTC with milliseconds, as facts store it. */
export const utc = (instant: string): string => DateTime.fromISO(instant, { zone: 'utc' }).toISO()!;

const isoDay = (time: DateTime): string => {
  const day = time.toISODate();
  if (day === null) throw new Error('That is no time.');
  return day;
};

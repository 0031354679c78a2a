import { createHash } from 'node:crypto';

export const MINUTE_MS = 60 * 1_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const STORES = [
  { storeId: 'ld-01', timeZone: 'Europe/London', currency: 'GBP' },
  { storeId: 'sc-01', timeZone: 'America/Santiago', currency: 'CLP' },
  { storeId: 'sh-01', timeZone: 'Asia/Shanghai', currency: 'CNY' },
] as const;

/** The same numbers in every run. */
export const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

/** The same id for the same name in every run. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const iso = (instant: number): string => new Date(instant).toISOString();

const calendars = new Map(
  STORES.map(({ timeZone }) => [
    timeZone as string,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }),
  ]),
);
export const localDay = (instant: number, timeZone: string): string =>
  calendars.get(timeZone)!.format(instant);
export const daysLater = (day: string, days: number): string =>
  iso(Date.parse(day) + days * DAY_MS).slice(0, 10);

/** London's clocks go forward on the 29th of March, Santiago's back as the 4th of April ends. */
const BEGIN = Date.parse('2026-03-14T00:00:00.000Z');
/** Visits end after 30 days; eight days later the last task is over. */
const DAYS = 39;
/** Days on which the platform does not run at all. What happens then is told when it is back. */
const AWAY = [15, 16, 26, 27];
export const isAway = (instant: number): boolean => AWAY.includes(Math.floor((instant - BEGIN) / DAY_MS));

const throwDice = dice(5);
/**
 * When the platform is started: once a day, sooner or later, between six in the morning in Santiago and ten in the evening
 * in Shanghai, so that all stores have the same date.
 */
export const OPENINGS: readonly number[] = Array.from({ length: DAYS }, (_, day) => {
  const hours = 10 + 4 * throwDice();
  return { day, at: BEGIN + day * DAY_MS + Math.floor((hours * HOUR_MS) / MINUTE_MS) * MINUTE_MS };
})
  .filter(({ day }) => !AWAY.includes(day))
  .map(({ at }) => at);

/** What happens after the platform stood still is told at the next opening. */
export const openingAfter = (instant: number): number =>
  OPENINGS.findIndex((at) => at >= instant + 5 * MINUTE_MS);

import { derivedId } from '#libs/event-store';

export const HOUR_MS = 60 * 60 * 1_000;
export const DAY_MS = 24 * HOUR_MS;
export const BEGIN = Date.parse('2026-03-24T00:00:00.000Z'); // London's clocks change on the 29th, Santiago's on 5 April
export const END = BEGIN + 15 * DAY_MS;
/** Without the service: nobody can ask, and timers come due. */
const AWAY = { from: BEGIN + 4 * DAY_MS + HOUR_MS, to: BEGIN + 5.5 * DAY_MS };
const RESTARTED_AT = BEGIN + 9 * DAY_MS;

export const STORES = [
  { storeId: 'sh-01', timeZone: 'Asia/Shanghai' },
  { storeId: 'ld-01', timeZone: 'Europe/London' },
  { storeId: 'sc-01', timeZone: 'America/Santiago' },
] as const;

export interface LivedComplaint {
  readonly complaintId: string;
  readonly storeId: string;
  readonly timeZone: string;
  readonly openedAt: number;
  /** Null for never. */
  readonly answeredAt: number | null;
  /** When the answer is told. */
  readonly toldAt: number;
}

/** The same numbers in every run. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const NAMES = 'b7a1c8d2-0f43-5a8b-8c55-0d6c2e9a1f70';
export const isAway = (time: number): boolean => time >= AWAY.from && time < AWAY.to;
/** Nobody can ask while the service is away; it is told when it is back. */
const askableAt = (time: number): number => (isAway(time) ? AWAY.to + 60_000 : time);

/** Some are answered in time, some late, some never; one answer in three is told up to two days late. */
export const complaints: readonly LivedComplaint[] = STORES.flatMap((store, at) => {
  const throwDice = dice(at + 11);
  const minutes = (most: number): number => Math.floor((throwDice() * most) / 60_000) * 60_000;
  return Array.from({ length: 20 }, (_, number) => {
    const complaintId = derivedId(NAMES, `${store.storeId} ${number}`);
    const openedAt = askableAt(BEGIN + minutes(11 * DAY_MS));
    const given = openedAt + minutes(40 * HOUR_MS);
    const answeredAt = throwDice() < 1 / 5 ? null : given;
    const toldAt = askableAt(given + (throwDice() < 1 / 3 ? minutes(2 * DAY_MS) : 0));
    return { complaintId, ...store, openedAt, answeredAt, toldAt };
  });
});

type Act = 'open' | 'answer' | 'stop' | 'begin' | 'restart';
export interface Happening {
  readonly at: number;
  readonly act: Act;
  readonly complaint?: LivedComplaint;
}
export const happenings: readonly Happening[] = [
  ...complaints.map((complaint) => ({ at: complaint.openedAt, act: 'open' as const, complaint })),
  ...complaints
    .filter(({ answeredAt }) => answeredAt !== null)
    .map((complaint) => ({ at: complaint.toldAt, act: 'answer' as const, complaint })),
  { at: AWAY.from, act: 'stop' as const },
  { at: AWAY.to, act: 'begin' as const },
  { at: RESTARTED_AT, act: 'restart' as const },
].sort((a, b) => a.at - b.at);

/** Counted from the complaints alone. */
export const isBreach = ({ openedAt, answeredAt }: LivedComplaint): boolean =>
  answeredAt === null || answeredAt - openedAt >= DAY_MS;
/** Nobody could know that it was answered in time, because it was told after the time was up. */
export const isBreachFirst = (complaint: LivedComplaint): boolean =>
  !isBreach(complaint) && complaint.toldAt - complaint.openedAt >= DAY_MS;
export const localDay = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
export const iso = (instant: number): string => new Date(instant).toISOString();

import { derivedId } from '#libs/event-store';

const HOUR_MS = 60 * 60 * 1_000;
export const BEGIN = Date.parse('2026-03-24T00:00:00.000Z'); // London's clocks change on the 29th, Santiago's on 5 April
const STEP_HOURS = 8;
export const STEPS = 16 * 3;
/** Steps without the service: visits go on, and timers come due. */
export const AWAY = { from: 16, to: 23 };
export const RESTARTED_AT = 33;

export const STORES = [
  { storeId: 'sh-01', timeZone: 'Asia/Shanghai' },
  { storeId: 'ld-01', timeZone: 'Europe/London' },
  { storeId: 'sc-01', timeZone: 'America/Santiago' },
] as const;

export interface LivedVisit {
  readonly visitId: string;
  readonly clientId: string;
  readonly storeId: string;
  readonly timeZone: string;
  readonly completedAt: number;
}

/** The same numbers in every run. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const NAMES = '5d2f0f9c-3b0e-5d37-9b0c-8d2a4f1c7e66';

/** Each store's clients come one to four times in seven days, one time in six to another store. */
export const visits: readonly LivedVisit[] = STORES.flatMap((home, at) => {
  const throwDice = dice(at + 1);
  return Array.from({ length: 12 }, (_, number) => {
    const clientId = derivedId(NAMES, `client ${number} of ${home.storeId}`);
    return Array.from({ length: 1 + Math.floor(throwDice() * 4) }, (_visit, time) => ({
      visitId: derivedId(clientId, `visit ${time}`),
      clientId,
      ...(throwDice() < 1 / 6 ? STORES[(at + 1) % 3]! : home),
      completedAt: BEGIN + Math.floor(throwDice() * 7 * 24 * 60) * 60_000,
    }));
  }).flat();
});

export const timeOfStep = (step: number): number => BEGIN + step * STEP_HOURS * HOUR_MS;
/** A visit is told at the next step, and heard of then, or when the service is back. */
export const toldInStep = ({ completedAt }: LivedVisit): number =>
  Math.ceil((completedAt - BEGIN) / (STEP_HOURS * HOUR_MS));
export const heardInStep = (visit: LivedVisit): number => {
  const step = toldInStep(visit);
  return step >= AWAY.from && step < AWAY.to ? AWAY.to : step;
};

export interface CountedTask {
  readonly visit: LivedVisit;
  readonly day: number;
  readonly dueOn: string;
}

export const nameOf = ({ visit, day }: CountedTask): string => `${visit.visitId} day ${day}`;
const calendars = new Map(
  STORES.map(({ timeZone }) => [
    timeZone as string,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }),
  ]),
);
export const localDay = (instant: number, timeZone: string): string =>
  calendars.get(timeZone)!.format(instant);
const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 24 * HOUR_MS).toISOString().slice(0, 10);

/** Counted from the visits alone: the tasks whose day was not over when the visit was heard of. */
export const tasks: readonly CountedTask[] = visits.flatMap((visit) => {
  const { completedAt, timeZone } = visit;
  const all = [1, 5, 7].map((day) => {
    return { visit, day, dueOn: daysLater(localDay(completedAt, timeZone), day) };
  });
  const heardOn = localDay(timeOfStep(heardInStep(visit)), timeZone);
  return all.filter(({ dueOn }) => dueOn >= heardOn);
});
/** She came again before the task's day was over. */
export const hasCome = ({ visit, dueOn }: CountedTask, inStep = STEPS): boolean =>
  visits.some(
    (other) =>
      other.clientId === visit.clientId &&
      other.completedAt > visit.completedAt &&
      localDay(other.completedAt, visit.timeZone) <= dueOn &&
      heardInStep(other) <= inStep,
  );
/** About half of the tasks are done, at the first step of their day. */
export const isDoneBySomebody = (task: CountedTask): boolean => derivedId(NAMES, nameOf(task)) < '8';

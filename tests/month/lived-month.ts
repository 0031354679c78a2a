import { DAY_MS, dice, HOUR_MS, idOf, MINUTE_MS, openingAfter, OPENINGS, STORES } from './calendar.js';

export interface LivedLine {
  readonly lineId: string;
  readonly quantity: number;
  readonly paidMinor: number;
}

export interface LivedVisit {
  readonly visitId: string;
  /** Null for a walk-in. */
  readonly clientId: string | null;
  readonly storeId: string;
  readonly timeZone: string;
  readonly completedAt: number;
  readonly lines: readonly LivedLine[];
  /** The opening at which it is told. */
  readonly toldIn: number;
}

export interface LivedClient {
  readonly clientId: string;
  readonly number: number;
  /** Place of her store among the stores. */
  readonly at: number;
  readonly kind: 'regular' | 'introduced' | 'never comes';
}

const kindOf = (number: number): LivedClient['kind'] => {
  if (number < 9) return 'regular';
  return number < 12 ? 'introduced' : 'never comes';
};

export const clients: readonly LivedClient[] = STORES.flatMap(({ storeId }, at) =>
  Array.from({ length: 13 }, (_, number) => {
    return { clientId: idOf(`client ${number} of ${storeId}`), number, at, kind: kindOf(number) };
  }),
);

const FIRST = OPENINGS[0]!;
const LAST = FIRST + 30 * DAY_MS;

type Dice = () => number;

/** One visit in ten is a trial for nothing. */
const linesOf = (throwDice: Dice, isTrial = throwDice() < 1 / 10): LivedLine[] =>
  Array.from({ length: 1 + Math.floor(throwDice() * 3) }, (_, at) => ({
    lineId: `line ${at + 1}`,
    quantity: 1 + Math.floor(throwDice() * 3),
    paidMinor: isTrial ? 0 : 1_500 + Math.floor(throwDice() * 60_000),
  }));

const visit = (
  name: string,
  clientId: string | null,
  at: number,
  completedAt: number,
  lines: LivedLine[],
): LivedVisit => {
  const { storeId, timeZone } = STORES[at % 3]!;
  const toldIn = openingAfter(completedAt);
  return { visitId: idOf(name), clientId, storeId, timeZone, completedAt, lines, toldIn };
};

const minutes = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;

/** She comes again after one to ten days, one time in six to another store. */
const visitsOf = ({ clientId, number, at, kind }: LivedClient): LivedVisit[] => {
  const throwDice = dice(7 * number + at + 1);
  if (kind === 'never comes') return [];
  const visits: LivedVisit[] = [];
  const firstDay = kind === 'regular' ? throwDice() * 6 : 5 + throwDice() * 8;
  for (
    let comesAt = FIRST + HOUR_MS + minutes(firstDay * DAY_MS);
    comesAt < LAST;
    comesAt += minutes((1 + throwDice() * 9) * DAY_MS)
  ) {
    const where = throwDice() < 1 / 6 ? at + 1 : at;
    const name = `visit ${visits.length} of ${clientId}`;
    const isTrial = kind === 'introduced' && visits.length === 0 ? number === 10 : undefined;
    visits.push(visit(name, clientId, where, comesAt, linesOf(throwDice, isTrial)));
  }
  return visits;
};

const walkIns = STORES.flatMap(({ storeId }, at) => {
  const throwDice = dice(at + 51);
  return Array.from({ length: 8 }, (_, number) => {
    const comesAt = FIRST + HOUR_MS + minutes(throwDice() * (LAST - FIRST - HOUR_MS));
    return visit(`walk-in ${number} of ${storeId}`, null, at, comesAt, linesOf(throwDice));
  });
});

export const visits: readonly LivedVisit[] = [...clients.flatMap(visitsOf), ...walkIns].sort(
  (one, other) => one.completedAt - other.completedAt,
);

export const paidOf = ({ lines }: LivedVisit): number =>
  lines.reduce((sum, { paidMinor }) => sum + paidMinor, 0);

/** What comes of staff's looking up a task: about half are reached, some do not answer, the others are not called. */
export const callOf = (visitId: string, day: number): 'reached' | 'no-answer' | null => {
  const [die] = idOf(`call of ${visitId} day ${day}`);
  if (die! < '8') return 'reached';
  return die! < 'a' ? 'no-answer' : null;
};

import { daysLater, localDay } from './calendar.js';
import type { LivedLine, LivedVisit } from './lived-month.js';
import { returnedAt, returns, type LivedReturn } from './lived-returns.js';

/** What stays paid of a line when some of its pieces are gone, rounded half up. */
const paidFor = ({ paidMinor, quantity }: LivedLine, pieces: number): number =>
  Math.floor((2 * paidMinor * pieces + quantity) / (2 * quantity));

/** One point for each whole hundred. */
export const pointsFor = (paidMinor: number): number => Math.floor(paidMinor / 100);

export interface CountedReturn {
  readonly told: LivedReturn;
  readonly returnedOn: string;
  readonly returnedMinor: number;
  readonly pointsLost: number;
  /** Nothing stays paid of the visit. */
  readonly undoesVisit: boolean;
}

/** Seven days, and the day of the visit is day 0. */
export const isTooLate = (told: LivedReturn): boolean => {
  const { completedAt, timeZone } = told.visit;
  return localDay(returnedAt(told), timeZone) > daysLater(localDay(completedAt, timeZone), 7);
};

const left = new Map<string, number>();
const nameOf = ({ visitId }: LivedVisit, { lineId }: LivedLine): string => `${visitId} ${lineId}`;
const leftOf = (visit: LivedVisit, line: LivedLine): number => left.get(nameOf(visit, line)) ?? line.quantity;
const stillPaid = (visit: LivedVisit): number =>
  visit.lines.reduce((sum, line) => sum + paidFor(line, leftOf(visit, line)), 0);
const stillEarned = (visit: LivedVisit): number =>
  visit.lines.reduce((sum, line) => sum + pointsFor(paidFor(line, leftOf(visit, line))), 0);

const takeBack = (told: LivedReturn): CountedReturn => {
  const { visit } = told;
  const before = { paid: stillPaid(visit), points: stillEarned(visit) };
  for (const { lineId, quantity } of told.lines) {
    const line = visit.lines.find((one) => one.lineId === lineId)!;
    const had = leftOf(visit, line);
    left.set(nameOf(visit, line), had - (quantity ?? had));
  }
  const after = stillPaid(visit);
  return {
    told,
    returnedOn: localDay(returnedAt(told), visit.timeZone),
    returnedMinor: before.paid - after,
    pointsLost: visit.clientId === null ? 0 : before.points - stillEarned(visit),
    undoesVisit: after === 0,
  };
};

export const goodsTakenBack: readonly CountedReturn[] = returns
  .filter((told) => !isTooLate(told))
  .map(takeBack);

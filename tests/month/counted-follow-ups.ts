import { daysLater, localDay, OPENINGS } from './calendar.js';
import { callOf, visits, type LivedVisit } from './lived-month.js';

export interface CountedTask {
  readonly visit: LivedVisit;
  readonly day: number;
  readonly dueOn: string;
}

export const nameOf = ({ visit, day }: CountedTask): string => `${visit.visitId} day ${day}`;

const allOf = (visit: LivedVisit): CountedTask[] => {
  const visitedOn = localDay(visit.completedAt, visit.timeZone);
  return [1, 5, 7].map((day) => ({ visit, day, dueOn: daysLater(visitedOn, day) }));
};
const isOverWhenTold = ({ visit: { toldIn, timeZone }, dueOn }: CountedTask): boolean =>
  dueOn < localDay(OPENINGS[toldIn]!, timeZone);

const ofKnownClients = visits.filter(({ clientId }) => clientId !== null).flatMap(allOf);
/** Those that nobody could do any more when the visit was told of. */
export const tasksNeverMade = ofKnownClients.filter(isOverWhenTold);
export const tasks: readonly CountedTask[] = ofKnownClients.filter((task) => !isOverWhenTold(task));

/** Nobody asks on day 7 why she has not come when she came, and when that has been told. */
export const isUnneeded = ({ visit, day, dueOn }: CountedTask, upTo = OPENINGS.length): boolean =>
  day === 7 &&
  visits.some(
    (other) =>
      other.clientId === visit.clientId &&
      other.completedAt > visit.completedAt &&
      localDay(other.completedAt, visit.timeZone) <= dueOn &&
      other.toldIn <= upTo,
  );

/** What staff of a store have to do at an opening. */
export const tasksDueIn = (opening: number, storeId: string): CountedTask[] =>
  tasks.filter(
    (task) =>
      task.visit.storeId === storeId &&
      task.visit.toldIn <= opening &&
      task.dueOn === localDay(OPENINGS[opening]!, task.visit.timeZone) &&
      !isUnneeded(task, opening),
  );

const dueWhenOpen = new Map(
  OPENINGS.flatMap((_, opening) =>
    [...new Set(visits.map(({ storeId }) => storeId))].flatMap((storeId) => tasksDueIn(opening, storeId)),
  ).map((task) => [nameOf(task), task]),
);
export const done = [...dueWhenOpen.values()].filter(
  ({ visit, day }) => callOf(visit.visitId, day) === 'reached',
);
const namesDone = new Set(done.map(nameOf));
const notDone = tasks.filter((task) => !namesDone.has(nameOf(task)));
export const missed = notDone.filter((task) => !isUnneeded(task));
export const withdrawn = notDone.filter((task) => isUnneeded(task));

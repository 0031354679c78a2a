import { DAY_MS, localDay, OPENINGS } from './calendar.js';
import { done, missed } from './counted-follow-ups.js';
import { goodsTakenBack, pointsFor } from './counted-goods.js';
import { rewards } from './counted-referrals.js';
import { complaints, type LivedComplaint } from './lived-complaints.js';
import { paidOf, visits } from './lived-month.js';

export const isBreach = ({ openedIn, answeredAt }: LivedComplaint): boolean =>
  answeredAt === null || answeredAt - OPENINGS[openedIn]! > DAY_MS;
/** Nobody could know that it was answered in time, because it was told after the time was up. */
export const isToldAfterBreach = ({ openedIn, toldIn }: LivedComplaint): boolean =>
  toldIn !== null && OPENINGS[toldIn]! - OPENINGS[openedIn]! > DAY_MS;

interface Counts {
  readonly grossMinor?: number;
  readonly returnsMinor?: number;
  readonly visits?: number;
  readonly pointsIssued?: number;
  readonly referralsRewarded?: number;
  readonly followUpsDone?: number;
  readonly followUpsMissed?: number;
  readonly complaintsOpened?: number;
  readonly complaintsBreached?: number;
}

/** Something that counts in a store, on its day there. */
interface Counted extends Counts {
  readonly storeId: string;
  readonly on: string;
  /** Who came; for a visit. */
  readonly clientId?: string | null;
}

const pointsOf = (clientId: string | null, paid: readonly { paidMinor: number }[]): number =>
  clientId === null ? 0 : paid.reduce((sum, { paidMinor }) => sum + pointsFor(paidMinor), 0);

const counted: readonly Counted[] = [
  ...visits.map((visit) => {
    const { storeId, clientId, lines, completedAt, timeZone } = visit;
    const on = localDay(completedAt, timeZone);
    const pointsIssued = pointsOf(clientId, lines);
    return { storeId, on, clientId, grossMinor: paidOf(visit), visits: 1, pointsIssued };
  }),
  ...goodsTakenBack.map(({ told, returnedOn: on, returnedMinor, pointsLost }) => {
    return { storeId: told.visit.storeId, on, returnsMinor: returnedMinor, pointsIssued: -pointsLost };
  }),
  ...rewards.map(({ storeId, on, by }) => {
    return { storeId, on, referralsRewarded: by, pointsIssued: 200 * by };
  }),
  ...done.map(({ visit, dueOn }) => ({ storeId: visit.storeId, on: dueOn, followUpsDone: 1 })),
  ...missed.map(({ visit, dueOn }) => ({ storeId: visit.storeId, on: dueOn, followUpsMissed: 1 })),
  ...complaints.map(({ storeId, timeZone, openedIn }) => {
    return { storeId, on: localDay(OPENINGS[openedIn]!, timeZone), complaintsOpened: 1 };
  }),
  ...complaints.filter(isBreach).map(({ storeId, timeZone, openedIn }) => {
    return { storeId, on: localDay(OPENINGS[openedIn]! + DAY_MS, timeZone), complaintsBreached: 1 };
  }),
];

/** What a report must say of a store, or of all, from a day to a day. */
export const figuresOf = ({
  storeId,
  from = '',
  to = '9',
}: {
  storeId?: string;
  from?: string;
  to?: string;
}) => {
  const chosen = counted.filter(
    (one) => (storeId ?? one.storeId) === one.storeId && from <= one.on && one.on <= to,
  );
  const sum = (what: keyof Counts): number => chosen.reduce((total, one) => total + (one[what] ?? 0), 0);
  const known = chosen.flatMap(({ clientId }) => clientId ?? []);
  return {
    grossMinor: sum('grossMinor'),
    returnsMinor: sum('returnsMinor'),
    netMinor: sum('grossMinor') - sum('returnsMinor'),
    visits: sum('visits'),
    clients: new Set(known).size,
    pointsIssued: sum('pointsIssued'),
    referralsRewarded: sum('referralsRewarded'),
    followUpsDone: sum('followUpsDone'),
    followUpsMissed: sum('followUpsMissed'),
    complaintsOpened: sum('complaintsOpened'),
    complaintsBreached: sum('complaintsBreached'),
  };
};

import { dayOf } from '#libs/calendar';
import { latest } from '#libs/effective';
import type { Absence, Post, StaffEvent } from './staff.events.js';

/** All that says on which days somebody worked where, and as what. */
export interface WorkRecord {
  readonly hiredAt: string;
  readonly leftAt: string | null;
  /** A word of the chain's own list. */
  readonly leftBecause: string | null;
  readonly stores: readonly { readonly since: string; readonly storeIds: readonly string[] }[];
  readonly posts: readonly { readonly effectiveFrom: string; readonly post: Post }[];
  readonly absences: readonly Absence[];
}

const BEGINNING = '0000-01-01';

export const recorded = (before: WorkRecord | undefined, event: StaffEvent): WorkRecord => {
  const { type, data, occurredAt: since } = event;
  if (type === 'StaffHired') {
    const { storeIds, post } = data;
    const first = { stores: [{ since, storeIds }], posts: [{ effectiveFrom: BEGINNING, post }] };
    return { hiredAt: since, leftAt: null, leftBecause: null, ...first, absences: [] };
  }
  const known = before!;
  switch (type) {
    case 'AccessChanged':
      return { ...known, stores: [...known.stores, { since, storeIds: data.storeIds }] };
    case 'EmploymentEnded':
      return { ...known, leftAt: since, leftBecause: data.reason };
    case 'PostTaken': {
      const { staffId, ...post } = data;
      return { ...known, posts: [...known.posts, post] };
    }
    case 'AbsenceNoted': {
      const { staffId, ...absence } = data;
      return { ...known, absences: [...known.absences, absence] };
    }
    case 'AbsenceCancelled':
      return {
        ...known,
        absences: known.absences.filter(({ absenceId }) => absenceId !== data.absenceId),
      };
    default:
      return known;
  }
};

export interface Place {
  readonly storeId: string;
  readonly timeZone: string;
}

/** Her post in a store on a day; undefined when she does not work there then, or is away. */
export const postOn = (record: WorkRecord, store: Place, day: string): Post | undefined =>
  record.absences.some(({ from, until }) => from <= day && day <= until)
    ? undefined
    : assignedPost(record, store, day);

/** The same, also while she is away. The day she leaves is her last. */
export const assignedPost = (
  { hiredAt, leftAt, stores, posts }: WorkRecord,
  { storeId, timeZone }: Place,
  day: string,
): Post | undefined => {
  const dayThere = (instant: string): string => dayOf(instant, timeZone);
  if (day < dayThere(hiredAt) || (leftAt !== null && day > dayThere(leftAt))) return undefined;
  const assigned = latest(
    stores.map(({ since, storeIds }) => ({ effectiveFrom: dayThere(since), storeIds })),
    day,
  );
  return assigned?.storeIds.includes(storeId) === true ? latest(posts, day)?.post : undefined;
};

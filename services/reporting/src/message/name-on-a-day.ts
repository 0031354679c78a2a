import { dayOf } from '#libs/calendar';
import { latest } from '#libs/effective';

export interface Renaming {
  /** The first day, at the store. */
  readonly effectiveFrom: string;
  readonly name: string;
  /** When `stores` had learned of it. */
  readonly recordedAt: string;
}

export interface Named {
  readonly name: string;
  readonly timeZone: string;
  readonly renamings: readonly Renaming[];
}

/** What a report is asked as of. */
export interface Moment {
  /** A day; when left out, the one that it is at the store at `knownAt`. */
  readonly asOf: string | undefined;
  /** An instant, by which something must have been learned to count; when left out, all counts that is known now. */
  readonly knownAt: string | undefined;
  readonly now: string;
}

/** What a store was called on the day, by what was known of it at the moment. */
export const nameOn = ({ name, timeZone, renamings }: Named, { asOf, knownAt, now }: Moment): string => {
  const known = renamings.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
  return latest(known, asOf ?? dayOf(knownAt ?? now, timeZone))?.name ?? name;
};

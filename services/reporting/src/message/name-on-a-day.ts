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

/** A day, of which all is known that was by a moment: when left out, the day that it was then at the store, and all there is. */
export interface Moment {
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
  readonly now: string;
}

/** What a store was called on a day, as it was known then. */
export const nameOn = ({ name, timeZone, renamings }: Named, { asOf, knownAt, now }: Moment): string => {
  const known = renamings.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
  return latest(known, asOf ?? dayOf(knownAt ?? now, timeZone))?.name ?? name;
};

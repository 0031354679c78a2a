import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import type { KnownPolicy } from '../known-policy/known-policy.js';

/** A visit, or a return, as far as a level goes by it. */
export interface Counted {
  readonly kind: 'visit' | 'return';
  readonly amountMinor: number;
}

export interface MemberLevel {
  /** Null for who has not reached the lowest, and while headquarters has not said which there are. */
  readonly level: string | null;
  readonly policyVersion: string | null;
}

/** The highest level that she has reached, by what she paid or by how often she came, as the rules of her store are on a day. */
export const memberLevelOn = (
  history: readonly Counted[],
  policies: KnownPolicy<'member-levels'>,
  storeId: string,
  on: string,
): MemberLevel => {
  const entry = inForce(policies, storeId, on);
  if (entry === undefined || entry.value === null) return { level: null, policyVersion: null };
  return { level: reached(history, entry.value), policyVersion: `member-levels@${entry.version}` };
};

const reached = (history: readonly Counted[], { levels }: PolicyOf<'member-levels'>): string | null => {
  const visits = history.filter(({ kind }) => kind === 'visit').length;
  const paidMinor = history.reduce(
    (sum, { kind, amountMinor }) => (kind === 'visit' ? sum + amountMinor : sum - amountMinor),
    0,
  );
  const highest = levels.findLast(
    ({ fromMinor, orVisits = Infinity }) => paidMinor >= fromMinor || visits >= orVisits,
  );
  return highest?.level ?? null;
};

import type { Doubt } from './referral.events.js';
import { hasEarned, type Introduced, type Referral } from './referral.js';

/** Another client who is one person with her, and what happened to that one. */
export interface OneOfHers {
  readonly clientId: string;
  readonly state: Referral;
}

/**
 * Why what a visit earned is not given, from all who are one person with her; null when it is. Nobody introduces herself;
 * who had paid before was no new client; and one person is introduced once: of introductions that earned something, the
 * first counts. By when it happened, for the streams of two clients have no order between them. A visit earns for the
 * client it was told for, and for no other of hers: so there is nothing to move when they are parted.
 */
export const doubtOf = (introduced: Introduced, others: readonly OneOfHers[]): Doubt | null => {
  if (isOneOf(introduced.introducerId, others)) return 'self-referral';
  if (others.some(({ state }) => hadPaidBefore(state, introduced.introducedAt))) return 'existing-client';
  if (others.some(({ state }) => earnedFirst(state, introduced, others))) return 'already-introduced';
  return null;
};

export const isOneOf = (clientId: string, others: readonly OneOfHers[]): boolean =>
  others.some((one) => one.clientId === clientId);

export const hadPaidBefore = (state: Referral, introducedAt: string): boolean =>
  state.status === 'visited' && Date.parse(state.visitedAt) < Date.parse(introducedAt);

const earnedFirst = (state: Referral, than: Introduced, others: readonly OneOfHers[]): boolean => {
  if (!hasEarned(state) || isOneOf(state.introducerId, others) || state.introducerId === than.introducedId)
    return false; // she introduced herself: that one does not count
  const [at, before] = [Date.parse(state.introducedAt), Date.parse(than.introducedAt)];
  return at < before || (at === before && state.referralId < than.referralId);
};

import { Rejection, type Decide } from '#libs/event-sourcing';
import { hadPaidBefore, isOneOf, type OneOfHers } from '../doubts.js';
import type { Introduction, ReferralEvent } from '../referral.events.js';
import type { Referral } from '../referral.js';

export class IntroduceClient {
  constructor(readonly data: Introduction & { readonly introducedAt: string }) {}
}

/**
 * A client is introduced once, by one other, before she first pays; so is a person, of whom there are several. The same
 * introduction again changes nothing.
 */
export const introduceClient =
  (others: readonly OneOfHers[] = []): Decide<IntroduceClient, Referral, ReferralEvent> =>
  ({ data }, referral) => {
    const { introducedAt: occurredAt, ...introduction } = data;
    const { introducerId, introducedId, storeId } = introduction;
    if (introducerId === introducedId) {
      throw selfReferral(introducedId);
    }
    switch (referral.status) {
      case 'visited':
        throw existingClient(introducedId);
      case 'introduced':
      case 'rewarded':
      case 'withheld':
        if (referral.introducerId === introducerId) return [];
        throw alreadyIntroduced(introducedId);
      case 'unknown':
        refuseOneWhoIsKnown(data, others);
        return [{ type: 'ReferralIntroduced', occurredAt, storeId, data: introduction }];
    }
  };

const refuseOneWhoIsKnown = (
  { introducerId, introducedId, introducedAt }: IntroduceClient['data'],
  others: readonly OneOfHers[],
): void => {
  if (isOneOf(introducerId, others)) throw selfReferral(introducedId);
  if (others.some(({ state }) => hadPaidBefore(state, introducedAt))) throw existingClient(introducedId);
  if (others.some(({ state }) => 'introducerId' in state)) throw alreadyIntroduced(introducedId);
};

const selfReferral = (introducedId: string): Rejection =>
  new Rejection('self-referral', 'Nobody introduces herself.', { introducedId });
const existingClient = (introducedId: string): Rejection =>
  new Rejection('existing-client', 'She has paid for a visit before.', { introducedId });
const alreadyIntroduced = (introducedId: string): Rejection =>
  new Rejection('already-introduced', 'Somebody else has introduced her.', { introducedId });

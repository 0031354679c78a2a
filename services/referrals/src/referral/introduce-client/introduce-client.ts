import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Introduction, ReferralEvent } from '../referral.events.js';
import type { Referral } from '../referral.js';

export class IntroduceClient {
  constructor(readonly data: Introduction & { readonly introducedAt: string }) {}
}

/** A client is introduced once, by one other, before she first pays. The same introduction again changes nothing. */
export const introduceClient: Decide<IntroduceClient, Referral, ReferralEvent> = ({ data }, referral) => {
  const { introducedAt: occurredAt, ...introduction } = data;
  const { introducerId, introducedId, storeId } = introduction;
  if (introducerId === introducedId) {
    throw new Rejection('self-referral', 'Nobody introduces herself.', { introducedId });
  }
  switch (referral.status) {
    case 'visited':
      throw new Rejection('existing-client', 'She has paid for a visit before.', { introducedId });
    case 'introduced':
    case 'rewarded':
      if (referral.introducerId === introducerId) return [];
      throw new Rejection('already-introduced', 'Somebody else has introduced her.', { introducedId });
    case 'unknown':
      return [{ type: 'ReferralIntroduced', occurredAt, storeId, data: introduction }];
  }
};

import { decisions } from '#libs/testing';
import {
  aFirstVisitNoted,
  aReferralIntroduced,
  qualified,
  rewarded,
  takenBack,
  withheld,
} from '../../testing/referral.builders.js';
import type { OneOfHers } from '../doubts.js';
import type { ReferralEvent } from '../referral.events.js';
import { referral } from '../referral.js';
import { ReviewReward, reviewReward } from './review-reward.js';

const given = [aReferralIntroduced(), qualified(), rewarded()];
const kept = [aReferralIntroduced(), qualified(), withheld()];
const { introducerId, introducedId: clientId } = aReferralIntroduced().data;
const review = new ReviewReward({ clientId, reviewedAt: takenBack().occurredAt });
const twin = '01900000-0000-7000-8000-0000000000c3';
const another = '01900000-0000-7000-8000-0000000000c4';

const one = (oneId: string, ...facts: readonly ReferralEvent[]): OneOfHers => ({
  clientId: oneId,
  state: facts.reduce(referral.evolve, referral.initial),
});
const together = (...others: readonly OneOfHers[]) => decisions(referral, reviewReward(others));
const givenNow = (again?: number): ReferralEvent => ({
  ...rewarded({ rewardedOn: '2026-03-11', again }),
  occurredAt: review.data.reviewedAt,
});

/** Introduced on another day; then rewarded, like her. */
const introducedOn = (day: string, by: string): readonly ReferralEvent[] => {
  const who = { referralId: 'other', introducerId: by, introducedId: twin };
  const fact = { ...aReferralIntroduced(who), occurredAt: `${day}T02:00:00.000Z` };
  return [fact, qualified(), rewarded(who)];
};

describe('reviewing a reward', () => {
  it('takes it back when she turns out to be who introduced her, on the day that is known in the store', () => {
    together(one(introducerId))
      .given(...given)
      .when(review)
      .then(takenBack());
  });

  it('gives it, as it was earned, when they are two after all; and again, as often as that changes', () => {
    together()
      .given(...kept)
      .when(review)
      .then(givenNow());
    together()
      .given(...given, takenBack())
      .when(review)
      .then(givenNow(1));
    together(one(introducerId))
      .given(...given, takenBack(), givenNow(1))
      .when(review)
      .then(takenBack({ again: 1 }));
  });

  it('takes it back from one who had paid before she was introduced, and not from one who paid later', () => {
    const noted = { ...aFirstVisitNoted(), occurredAt: '2026-02-01T02:00:00.000Z' };
    together(one(twin, noted))
      .given(...given)
      .when(review)
      .then(takenBack({ reason: 'existing-client' }));
    together(one(twin, aFirstVisitNoted()))
      .given(...given)
      .when(review)
      .thenNothing();
  });

  it('leaves of two introductions that earned something the first', () => {
    const second = { reason: 'already-introduced' } as const;
    together(one(twin, ...introducedOn('2026-02-19', another)))
      .given(...given)
      .when(review)
      .then(takenBack(second));
    together(one(twin, ...introducedOn('2026-02-21', another)))
      .given(...given)
      .when(review)
      .thenNothing();
  });

  it('does not count an introduction that earned nothing, nor one by herself', () => {
    const [introduced] = introducedOn('2026-02-19', another);
    together(one(twin, introduced!))
      .given(...given)
      .when(review)
      .thenNothing();
    together(one(twin, ...introducedOn('2026-02-19', clientId)))
      .given(...given)
      .when(review)
      .thenNothing();
  });

  it('changes nothing of who has earned nothing, nor twice', () => {
    together(one(introducerId)).given().when(review).thenNothing();
    together(one(introducerId)).given(aReferralIntroduced()).when(review).thenNothing();
    together(one(introducerId))
      .given(...kept)
      .when(review)
      .thenNothing();
    together()
      .given(...given)
      .when(review)
      .thenNothing();
  });
});

import { decisions } from '#libs/testing';
import { aMemberEnrolled, pointsEarned } from '../../testing/member.builders.js';
import {
  referralEarned,
  referralEarningSkipped,
  referralReversed,
  referralReversalSkipped,
  nextVisitId,
  rewarding,
  visitId,
} from '../../testing/referral.builders.js';
import { member } from '../member.js';
import { earnReferralPoints } from './earn-referral-points.js';

const unnamed = { visitId: undefined };
const spec = decisions(member, earnReferralPoints);

describe('earning points for a referral', () => {
  it('earns what referrals say', () => {
    spec
      .given(aMemberEnrolled(), pointsEarned())
      .when(rewarding())
      .then(referralEarned({ points: 50, balance: 547 }));
  });

  it('enrols a client who is seen for the first time, then earns', () => {
    const { occurredAt } = referralEarned();
    const enrolled = { ...aMemberEnrolled({ reason: 'referral' }), occurredAt, policyVersion: 'enrolment@1' };
    spec.given().when(rewarding()).then(enrolled, referralEarned());
  });

  it('earns once, however often it is told', () => {
    spec.given(aMemberEnrolled(), referralEarned()).when(rewarding()).thenNothing();
    spec.given(aMemberEnrolled(), referralEarned(), referralReversed()).when(rewarding()).thenNothing();
  });

  it('earns nothing when the reversal was heard first', () => {
    spec.given(aMemberEnrolled(), referralReversalSkipped()).when(rewarding()).then(referralEarningSkipped());
  });

  it('earns again for the next visit, after the first one was undone', () => {
    const next = { visitId: nextVisitId };
    spec
      .given(aMemberEnrolled(), referralEarned(), referralReversed())
      .when(rewarding(next))
      .then(referralEarned(next));
    spec
      .given(aMemberEnrolled(), referralReversalSkipped(), referralEarningSkipped())
      .when(rewarding(next))
      .then(referralEarned(next));
  });

  it('earns again for the same visit when the reward is given again, and for each time once', () => {
    const again = { again: 1 };
    spec
      .given(aMemberEnrolled(), referralEarned(), referralReversed())
      .when(rewarding(again))
      .then(referralEarned(again));
    spec
      .given(aMemberEnrolled(), referralEarned(), referralReversed(), referralEarned(again))
      .when(rewarding())
      .thenNothing();
  });

  it('is not given again when it was heard first that this is taken back', () => {
    const again = { visitId, again: 1 };
    spec
      .given(aMemberEnrolled(), referralEarned(), referralReversed(), referralReversalSkipped(again))
      .when(rewarding(again))
      .then(referralEarningSkipped(again));
  });

  describe('of whose facts some are from before they named the visit', () => {
    const [earned, undone] = [referralEarned(unnamed), referralReversed(unnamed)];

    it('earns nothing for the reward it has', () => {
      spec.given(aMemberEnrolled(), earned).when(rewarding()).thenNothing();
      spec.given(aMemberEnrolled(), earned, referralReversed()).when(rewarding()).thenNothing();
    });

    it('earns nothing, once, when a reversal was heard first', () => {
      const first = referralReversalSkipped(unnamed);
      spec.given(aMemberEnrolled(), first).when(rewarding()).then(referralEarningSkipped());
      const next = { visitId: nextVisitId };
      const skipped = [first, referralEarningSkipped()];
      spec
        .given(aMemberEnrolled(), ...skipped)
        .when(rewarding(next))
        .then(referralEarned(next));
    });

    it('earns again after the reward was undone', () => {
      const next = { visitId: nextVisitId };
      const past = [
        [earned, undone],
        [earned, referralReversed()],
        [referralReversalSkipped(unnamed), referralEarningSkipped(unnamed)],
      ];
      for (const facts of past)
        spec
          .given(aMemberEnrolled(), ...facts)
          .when(rewarding(next))
          .then(referralEarned(next));
    });
  });
});

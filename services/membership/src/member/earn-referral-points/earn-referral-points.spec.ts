import { decisions } from '#libs/testing';
import { aMemberEnrolled, pointsEarned } from '../../testing/member.builders.js';
import {
  referralEarned,
  referralEarningSkipped,
  referralReversed,
  referralReversalSkipped,
  rewarding,
} from '../../testing/referral.builders.js';
import { member } from '../member.js';
import { earnReferralPoints } from './earn-referral-points.js';

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
});

import { decisions } from '#libs/testing';
import { aMemberEnrolled, pointsEarned } from '../../testing/member.builders.js';
import {
  referralEarned,
  referralEarningSkipped,
  referralReversalSkipped,
  referralReversed,
  nextVisitId,
  unrewarding,
  visitId,
} from '../../testing/referral.builders.js';
import { negativeAllowed } from '../debt-policy.js';
import { member } from '../member.js';
import { reverseReferralPoints } from './reverse-referral-points.js';

const spec = decisions(member, reverseReferralPoints(negativeAllowed));

describe('reversing points of a referral', () => {
  it('takes back exactly what it had earned', () => {
    spec
      .given(aMemberEnrolled(), pointsEarned(), referralEarned({ balance: 547 }))
      .when(unrewarding())
      .then(referralReversed({ points: 50, balance: 497 }));
  });

  it('takes back once, however often it is told', () => {
    spec.given(aMemberEnrolled(), referralEarned(), referralReversed()).when(unrewarding()).thenNothing();
    spec
      .given(referralReversalSkipped(), aMemberEnrolled(), referralEarningSkipped())
      .when(unrewarding())
      .thenNothing();
  });

  it('remembers a reversal that is heard before its reward', () => {
    spec.given().when(unrewarding()).then(referralReversalSkipped());
  });

  it('takes back what that visit had earned, and not what the next one did', () => {
    const next = { visitId: nextVisitId };
    const both = [referralEarned(), referralReversed(), referralEarned(next)];
    spec
      .given(...both)
      .when(unrewarding())
      .thenNothing();
    spec
      .given(...both)
      .when(unrewarding(next))
      .then(referralReversed(next));
    spec.given(referralEarned()).when(unrewarding(next)).then(referralReversalSkipped(next));
  });

  it('takes back what was earned before facts named the visit', () => {
    spec
      .given(aMemberEnrolled(), referralEarned({ visitId: undefined }))
      .when(unrewarding())
      .then(referralReversed());
    spec
      .given(referralReversalSkipped({ visitId: undefined }))
      .when(unrewarding())
      .thenNothing();
  });

  it('takes back what was given again, once', () => {
    const again = { again: 1 };
    const given = [referralEarned(), referralReversed(), referralEarned(again)];
    spec
      .given(...given)
      .when(unrewarding())
      .thenNothing();
    spec
      .given(...given)
      .when(unrewarding(again))
      .then(referralReversed(again));
  });

  it('remembers of which giving a reversal is that is heard before its reward', () => {
    const again = { visitId, again: 1 };
    spec
      .given(aMemberEnrolled(), referralEarned(), referralReversed())
      .when(unrewarding(again))
      .then(referralReversalSkipped(again));
  });

  it('lets the balance fall below zero, and names the policy that allows it', () => {
    spec
      .given(aMemberEnrolled(), referralEarned({ balance: 20 })) // as if she had spent some since
      .when(unrewarding())
      .then(referralReversed({ balance: -30, debtPolicyVersion: 'debt@1' }));
  });
});

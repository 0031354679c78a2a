import { decisions } from '#libs/testing';
import {
  aMemberEnrolled,
  earningSkipped,
  pointsEarned,
  pointsReversed,
  reversalSkipped,
  reversing,
} from '../../testing/member.builders.js';
import { negativeAllowed } from '../debt-policy.js';
import { earningPolicies, onePerHundred } from '../earning-policy.js';
import { member } from '../member.js';
import { reversePoints } from './reverse-points.js';

const spec = decisions(member, reversePoints(earningPolicies, negativeAllowed));

describe('reversing points for returned goods', () => {
  it('takes back exactly what a returned line had earned', () => {
    spec
      .given(aMemberEnrolled(), pointsEarned())
      .when(reversing())
      .then(pointsReversed({ lines: [{ lineId: 'cream', points: 199 }], points: 199, balance: 298 }));
  });

  it('leaves what the line would have earned for what stays paid; several returns add up to the line', () => {
    const first = pointsReversed({ lines: [{ lineId: 'cream', points: 66 }], points: 66, balance: 431 });
    const second = pointsReversed({
      returnId: 'second',
      lines: [{ lineId: 'cream', points: 133 }],
      points: 133,
      balance: 298,
    });
    const given = spec.given(aMemberEnrolled(), pointsEarned());
    given.when(reversing({ lines: [{ lineId: 'cream', stillPaidMinor: 13_333 }] })).then(first);
    spec
      .given(aMemberEnrolled(), pointsEarned(), first)
      .when(reversing({ returnId: 'second' }))
      .then(second);
  });

  it('reckons by the version of the rule that earned, whatever is in force now', () => {
    const doubled = { ...onePerHundred, version: 'earning@2', minorPerPoint: 50 };
    const both = decisions(member, reversePoints([onePerHundred, doubled], negativeAllowed));
    const earnedByTwo = {
      ...pointsEarned({
        lines: [{ lineId: 'cream', paidMinor: 19_999, points: 399, ruleId: 'amount' }],
        points: 399,
        balance: 399,
      }),
      policyVersion: 'earning@2',
    };
    both
      .given(aMemberEnrolled(), earnedByTwo)
      .when(reversing({ lines: [{ lineId: 'cream', stillPaidMinor: 10_000 }] }))
      .then({
        ...pointsReversed({ lines: [{ lineId: 'cream', points: 199 }], points: 199, balance: 200 }),
        policyVersion: 'earning@2',
      });
  });

  it('takes nothing more when the same return is told again', () => {
    spec.given(aMemberEnrolled(), pointsEarned(), pointsReversed()).when(reversing()).thenNothing();
    spec.given(reversalSkipped()).when(reversing()).thenNothing();
  });

  it('never gives points back for a return that is heard after a later one', () => {
    spec
      .given(aMemberEnrolled(), pointsEarned(), pointsReversed({ returnId: 'later' }))
      .when(reversing({ lines: [{ lineId: 'cream', stillPaidMinor: 6_666 }] }))
      .then(reversalSkipped({ reason: 'nothing-earned' }));
  });

  it('records that nothing was earned by what came back', () => {
    spec
      .given(aMemberEnrolled(), earningSkipped())
      .when(reversing({ lines: [{ lineId: 'sample', stillPaidMinor: 0 }] }))
      .then(reversalSkipped({ reason: 'nothing-earned' }));
  });

  it('records a return of a visit that it has never heard of', () => {
    spec
      .given()
      .when(reversing())
      .then(reversalSkipped({ reason: 'unknown-visit' }));
  });

  it('lets the balance fall below zero, and names the policy that allows it', () => {
    spec
      .given(aMemberEnrolled(), pointsEarned({ balance: 100 })) // as if she had spent some since
      .when(reversing())
      .then(pointsReversed({ balance: -99, debtPolicyVersion: 'debt@1' }));
  });
});

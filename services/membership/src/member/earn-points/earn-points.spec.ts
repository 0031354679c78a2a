import { decisions } from '#libs/testing';
import { aMemberEnrolled, earningSkipped, earning, pointsEarned } from '../../testing/member.builders.js';
import { onePerHundred } from '../earning-policy.js';
import { member } from '../member.js';
import { earnPoints } from './earn-points.js';

const spec = decisions(member, earnPoints(onePerHundred));

describe('earning points for a completed visit', () => {
  it('earns one point for each whole 100 paid, line by line, part of a point rounded down', () => {
    spec
      .given(aMemberEnrolled())
      .when(earning())
      .then(
        pointsEarned({
          lines: [
            { lineId: 'facial', paidMinor: 29_800, points: 298, ruleId: 'amount' },
            { lineId: 'cream', paidMinor: 19_999, points: 199, ruleId: 'amount' },
            { lineId: 'sample', paidMinor: 99, points: 0, ruleId: 'amount' },
          ],
          points: 497,
          balance: 497,
        }),
      );
  });

  it('adds to the balance', () => {
    spec
      .given(aMemberEnrolled(), pointsEarned())
      .when(earning({ visitId: 'another' }))
      .then(pointsEarned({ sourceId: 'another', balance: 994 }));
  });

  it('enrols a client who is seen for the first time, then earns', () => {
    const enrolled = aMemberEnrolled({ reason: 'visit' });
    const { occurredAt } = pointsEarned();
    spec
      .given()
      .when(earning())
      .then({ ...enrolled, occurredAt, policyVersion: 'enrolment@1' }, pointsEarned());
  });

  it('earns once, however often it is told', () => {
    spec.given(aMemberEnrolled(), pointsEarned()).when(earning()).thenNothing();
    spec.given(aMemberEnrolled(), earningSkipped()).when(earning()).thenNothing();
  });

  it('records that a visit earned nothing, and why', () => {
    spec
      .given(aMemberEnrolled())
      .when(earning({ lines: [{ lineId: 'sample', paidMinor: 99 }] }))
      .then(earningSkipped());
  });
});

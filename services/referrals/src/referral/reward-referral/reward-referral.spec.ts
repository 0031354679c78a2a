import { decisions } from '#libs/testing';
import {
  aFirstVisitNoted,
  aReferralIntroduced,
  aVisit,
  forgone,
  qualified,
  reversed,
  rewarded,
  withheld,
} from '../../testing/referral.builders.js';
import { referral } from '../referral.js';
import { referralReward } from './reward-policy.js';
import { RewardReferral, rewardReferral } from './reward-referral.js';

const spec = decisions(referral, rewardReferral(referralReward));
const introduced = aReferralIntroduced();
const next = '01900000-0000-7000-8000-0000000000a2';
const paying = (visit: Partial<RewardReferral['data']> = {}) => new RewardReferral({ ...aVisit, ...visit });
const payingNext = paying({ visitId: next, toldPosition: 6 });

describe('rewarding a referral', () => {
  it('gives both points when the introduced client first pays for a visit', () => {
    spec.given(introduced).when(paying()).then(qualified(), rewarded());
  });

  it('withholds it from one who is one person with who introduced her, and gives nothing more for later visits', () => {
    const { introducerId } = introduced.data;
    const others = [{ clientId: introducerId, state: referral.initial }];
    const read = decisions(referral, rewardReferral(referralReward, others));
    read.given(introduced).when(paying()).then(qualified(), withheld());
    read.given(introduced, qualified(), withheld()).when(payingNext).thenNothing();
  });

  it('gives both points again for the next visit after one whose reward was given up', () => {
    spec
      .given(introduced, qualified(), withheld(), forgone())
      .when(payingNext)
      .then(qualified({ visitId: next }), rewarded({ visitId: next }));
  });

  it('gives nothing for the same visit told again, nor for a later one', () => {
    const history = [introduced, qualified(), rewarded()];
    spec
      .given(...history)
      .when(paying())
      .thenNothing();
    spec
      .given(...history)
      .when(payingNext)
      .thenNothing();
  });

  it('notes the first visit of one whom nobody introduced, and no later one', () => {
    spec.given().when(paying()).then(aFirstVisitNoted());
    spec.given(aFirstVisitNoted()).when(payingNext).thenNothing();
  });

  it('gives both points again for the next visit that is told after the first was undone', () => {
    const undone = [reversed(), reversed({ toldPosition: undefined })]; // as it was recorded once
    for (const reversal of undone)
      spec
        .given(introduced, qualified(), rewarded(), reversal)
        .when(payingNext)
        .then(qualified({ visitId: next }), rewarded({ visitId: next }));
  });

  it('gives nothing for a visit that was told before the return, when it is told again after it', () => {
    spec
      .given(introduced, qualified(), rewarded(), reversed())
      .when(paying({ visitId: next, toldPosition: 4 }))
      .thenNothing();
  });

  it('gives nothing for the visit that was undone, told again', () => {
    spec.given(introduced, qualified(), rewarded(), reversed()).when(paying()).thenNothing();
    const again = [qualified({ visitId: next }), rewarded({ visitId: next }), reversed({ visitId: next })];
    spec
      .given(introduced, qualified(), rewarded(), reversed(), ...again)
      .when(paying({ toldPosition: 7 }))
      .thenNothing();
  });
});

import { views } from '#libs/testing';
import {
  aMemberEnrolled,
  clientId,
  earningSkipped,
  pointsEarned,
  pointsReversed,
  reversalSkipped,
} from '../../testing/member.builders.js';
import { referralEarned, referralReversed } from '../../testing/referral.builders.js';
import { pointsAccount } from './points-account.projection.js';

const spec = views(pointsAccount);
const member = (balance: number) => ({ account: `member:${clientId}`, balance, storeId: 'sh-01' });
const issued = (balance: number, storeId = 'sh-01') => ({ account: `issued:${storeId}`, balance, storeId });

describe('accounts of points', () => {
  it('open with a member’s enrolment, at nothing', () => {
    spec.given(aMemberEnrolled()).thenRows(member(0));
  });

  it('move what is earned from the store to the member', () => {
    spec.given(aMemberEnrolled(), pointsEarned()).thenRows(member(497), issued(-497));
  });

  it('move what is reversed back', () => {
    spec.given(aMemberEnrolled(), pointsEarned(), pointsReversed()).thenRows(member(298), issued(-298));
  });

  it('do the same for referrals, by the store that rewards; hers belongs to where she enrolled', () => {
    const earned = referralEarned({ storeId: 'bj-01', balance: 547 });
    const given = [aMemberEnrolled(), pointsEarned(), earned] as const;
    spec.given(...given).thenRows(member(547), issued(-497), issued(-50, 'bj-01'));
    spec
      .given(...given, referralReversed({ storeId: 'bj-01', balance: 497 }))
      .thenRows(member(497), issued(-497), issued(0, 'bj-01'));
  });

  it('stay as they are when nothing was earned or reversed', () => {
    spec.given(aMemberEnrolled(), earningSkipped(), reversalSkipped()).thenRows(member(0));
  });
});

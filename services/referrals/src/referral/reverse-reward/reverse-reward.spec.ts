import { decisions } from '#libs/testing';
import {
  aFirstVisitNoted,
  aReferralIntroduced,
  forgone,
  qualified,
  reversed,
  rewarded,
  takenBack,
  withheld,
} from '../../testing/referral.builders.js';
import { referral } from '../referral.js';
import { ReverseReward, reverseReward } from './reverse-reward.js';

const spec = decisions(referral, reverseReward);
const history = [aReferralIntroduced(), qualified(), rewarded()];
const undo = reversed();
const { introducedId: clientId, visitId, reversedOn: returnedOn } = undo.data;
const toldPosition = undo.data.toldPosition!;
const undoing = (change: Partial<ReverseReward['data']> = {}) =>
  new ReverseReward({ clientId, visitId, returnedAt: undo.occurredAt, returnedOn, toldPosition, ...change });

describe('reversing a reward', () => {
  it('takes back from both what the visit had earned them', () => {
    spec
      .given(...history)
      .when(undoing())
      .then(undo);
  });

  it('gives up what was withheld, and takes back nothing', () => {
    const past = [aReferralIntroduced(), qualified(), withheld()];
    spec
      .given(...past)
      .when(undoing())
      .then(forgone());
    spec
      .given(...history, takenBack())
      .when(undoing())
      .then(forgone());
  });

  it('takes back what was given again', () => {
    const again = rewarded({ again: 1 });
    spec
      .given(...history, takenBack(), again)
      .when(undoing())
      .then(reversed({ again: 1 }));
  });

  it('takes back nothing a second time', () => {
    spec
      .given(...history, undo)
      .when(undoing())
      .thenNothing();
  });

  it('takes back nothing when another visit is undone', () => {
    const other = '01900000-0000-7000-8000-0000000000a2';
    spec
      .given(...history)
      .when(undoing({ visitId: other }))
      .thenNothing();
  });

  it('has nothing to take back where nobody was rewarded', () => {
    spec.given().when(undoing()).thenNothing();
    spec.given(aFirstVisitNoted()).when(undoing()).thenNothing();
    spec.given(aReferralIntroduced()).when(undoing()).thenNothing();
  });
});

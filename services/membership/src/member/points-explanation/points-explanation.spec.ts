import type { Recorded } from '#libs/event-sourcing';
import {
  aMemberEnrolled,
  earningSkipped,
  pointsEarned,
  pointsReversed,
  reversalSkipped,
} from '../../testing/member.builders.js';
import {
  referralEarned,
  referralEarningSkipped,
  referralReversalSkipped,
  referralReversed,
} from '../../testing/referral.builders.js';
import type { MemberEvent } from '../member.events.js';
import { entriesOf } from './points-explanation.js';

const explained = (fact: MemberEvent) => entriesOf(fact as Recorded<MemberEvent>);

describe('the explanation of points', () => {
  it('says of every line of a visit what was paid, by which rule and what it earned', () => {
    const [facial, , sample] = explained(pointsEarned());
    expect(facial).toEqual({
      at: '2026-03-01T02:00:00.000Z',
      kind: 'earned',
      points: 298,
      visitId: '01900000-0000-7000-8000-00000000000a',
      returnId: null,
      lineId: 'facial',
      referralId: null,
      rule: 'amount',
      policyVersion: 'earning@1',
      sentence:
        'Visit on 2026-03-01, line facial: CN¥298.00 paid, 1 point for each whole CN¥1.00, 298 points earned.',
      sentenceZh: '2026-03-01 到店消费,明细 facial 实付 ¥298.00,每满 ¥1.00 积 1 分,获得 298 积分。',
    });
    expect(sample).toMatchObject({ lineId: 'sample', points: 0 });
  });

  it('reckons in the decimals of the currency', () => {
    const lines = [{ lineId: '1', paidMinor: 199, points: 1, ruleId: 'amount' }];
    const [yen] = explained(pointsEarned({ currency: 'JPY', lines }));
    expect(yen?.sentence).toContain('¥199 paid, 1 point for each whole ¥100, 1 point earned.');
  });

  it('says of every returned line what it lost, below zero', () => {
    expect(explained(pointsReversed())).toEqual([
      expect.objectContaining({
        kind: 'reversed',
        points: -199,
        visitId: '01900000-0000-7000-8000-00000000000a',
        returnId: '01900000-0000-7000-8000-0000000000f1',
        lineId: 'cream',
        rule: 'amount',
        policyVersion: 'earning@1',
        sentence: 'Return on 2026-03-05, line cream: 199 points taken back.',
        sentenceZh: '2026-03-05 退货,明细 cream 扣回 199 积分。',
      }),
    ]);
  });

  it('names the referral of a reward, and of a reward that was undone', () => {
    const referral = {
      visitId: null,
      lineId: null,
      referralId: '01900000-0000-7000-8000-0000000000e1',
      rule: 'referral-reward',
      policyVersion: null,
    };
    expect(explained(referralEarned())).toEqual([
      expect.objectContaining({
        ...{ ...referral, kind: 'earned', points: 50 },
        sentence: 'Referral rewarded on 2026-03-02: 50 points earned.',
        sentenceZh: '2026-03-02 推荐奖励,获得 50 积分。',
      }),
    ]);
    expect(explained(referralReversed())).toEqual([
      expect.objectContaining({
        ...{ ...referral, kind: 'reversed', points: -50 },
        sentence: 'Referral undone on 2026-03-06 with the visit it was rewarded for: 50 points taken back.',
        sentenceZh: '2026-03-06 推荐奖励所依据的消费已退,扣回 50 积分。',
      }),
    ]);
  });

  it('shows lines of a visit that earned nothing, with nothing', () => {
    expect(explained(earningSkipped())).toEqual([
      expect.objectContaining({ kind: 'earned', lineId: 'sample', points: 0, rule: 'amount' }),
    ]);
  });

  it('has nothing to say of facts that move no points', () => {
    const still = [aMemberEnrolled(), reversalSkipped(), referralEarningSkipped(), referralReversalSkipped()];
    expect(still.flatMap(explained)).toEqual([]);
  });
});

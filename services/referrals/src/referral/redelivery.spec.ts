import fc from 'fast-check';
import { Rejection } from '#libs/event-sourcing';
import { withRedeliveries } from '#libs/testing';
import { IntroduceClient, introduceClient } from './introduce-client/introduce-client.js';
import type { ReferralEvent } from './referral.events.js';
import { referral, type Referral } from './referral.js';
import { ReverseReward, reverseReward } from './reverse-reward/reverse-reward.js';
import { referralReward } from './reward-referral/reward-policy.js';
import { RewardReferral, rewardReferral } from './reward-referral/reward-referral.js';

/** What is said of one client, in the order of telling; visits and returns have their place in visits' log. */
type Told =
  { what: 'introduced'; by: string } | { what: 'paid' | 'undone'; visitId: string; toldPosition: number };

const storeId = 'sh-01';
const clientId = 'she';
const at = '2026-03-01T02:00:00.000Z';
const on = '2026-03-01';

const decide = (told: Told, state: Referral): readonly ReferralEvent[] => {
  if (told.what === 'introduced') {
    const who = { referralId: told.by, introducerId: told.by, introducedId: clientId };
    return introduceClient()(new IntroduceClient({ ...who, storeId, introducedAt: at }), state);
  }
  const { visitId, toldPosition } = told;
  const visit = { clientId, visitId, toldPosition };
  if (told.what === 'undone')
    return reverseReward(new ReverseReward({ ...visit, returnedAt: at, returnedOn: on }), state);
  const paid = new RewardReferral({
    ...visit,
    storeId,
    timeZone: 'Asia/Shanghai',
    visitedAt: at,
    visitedOn: on,
  });
  return rewardReferral(referralReward)(paid, state);
};

/** Every fact that comes of it. Nothing is done twice by one command, and a command is its message. */
const live = (history: readonly Told[]): ReferralEvent[] => {
  const done = new Set<Told>();
  let state = referral.initial;
  return history.flatMap((told) => {
    if (done.has(told)) return [];
    const facts = unlessRefused(() => decide(told, state));
    if (facts.length > 0) done.add(told);
    state = facts.reduce(referral.evolve, state);
    return facts;
  });
};

const unlessRefused = (decided: () => readonly ReferralEvent[]): readonly ReferralEvent[] => {
  try {
    return decided();
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

const paid = (visit: number): Told => ({ what: 'paid', visitId: `visit ${visit}`, toldPosition: visit });
const undone = (visit: number, toldPosition: number): Told => ({
  what: 'undone',
  visitId: `visit ${visit}`,
  toldPosition,
});

const steps = fc.array(
  fc.record({ what: fc.constantFrom('paid', 'paid', 'undone', 'introduced'), which: fc.nat() }),
  { minLength: 1, maxLength: 30 },
);
const introduced = { what: 'introduced', by: 'he' } as const;

/** A visit is paid for once and, if at all, undone once, later; anybody may say at any time that he introduced her. */
const histories = fc.tuple(fc.constantFrom([introduced], []), steps).map(([before, steps]) => {
  const standing: number[] = [];
  const told = steps.flatMap(({ what, which }, at): Told[] => {
    const position = at + 1;
    if (what === 'introduced') return [{ what, by: which % 2 === 0 ? 'he' : 'they' }];
    if (what === 'paid') {
      standing.push(position);
      return [paid(position)];
    }
    const [visit] = standing.splice(which % Math.max(standing.length, 1), 1);
    return visit === undefined ? [] : [undone(visit, position)];
  });
  return [...before, ...told];
});

describe('messages that come again because the position had not moved', () => {
  it('earn nothing for a visit that was told while another one was rewarded', () => {
    const batch = [paid(1), paid(2), undone(1, 3)];
    const once = live([introduced, ...batch]);
    expect(once.map(({ type }) => type)).toEqual([
      'ReferralIntroduced',
      'ReferralQualified',
      'ReferralRewarded',
      'ReferralReversed',
    ]);
    expect(live([introduced, ...batch, ...batch])).toEqual(once);
  });

  it('change nothing, whichever and however often', () => {
    fc.assert(
      fc.property(withRedeliveries<Told>(histories), ({ once, redelivered }) => {
        expect(live(redelivered)).toEqual(live(once));
      }),
      { numRuns: 500 },
    );
  });
});

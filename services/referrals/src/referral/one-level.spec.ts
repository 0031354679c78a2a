import fc from 'fast-check';
import { Rejection } from '#libs/event-sourcing';
import { IntroduceClient, introduceClient } from './introduce-client/introduce-client.js';
import type { ReferralEvent } from './referral.events.js';
import { referral, type Referral } from './referral.js';
import { ReverseReward, reverseReward } from './reverse-reward/reverse-reward.js';
import { referralReward } from './reward-referral/reward-policy.js';
import { RewardReferral, rewardReferral } from './reward-referral/reward-referral.js';

/** What is said of one client: that another introduced her, that she paid for a visit, that it was undone. */
type Told =
  { what: 'introduced'; her: string; by: string } | { what: 'paid' | 'undone'; her: string; visit: number };

const at = '2026-03-01T02:00:00.000Z';
const on = '2026-03-01';
const storeId = 'sh-01';

const decide = (told: Told, toldPosition: number, state: Referral): readonly ReferralEvent[] => {
  const { her } = told;
  switch (told.what) {
    case 'introduced': {
      const who = { referralId: `${told.by} ${her}`, introducerId: told.by, introducedId: her };
      return introduceClient()(new IntroduceClient({ ...who, storeId, introducedAt: at }), state);
    }
    case 'paid': {
      const visit = { clientId: her, visitId: `${her} ${told.visit}`, toldPosition };
      const paid = new RewardReferral({
        ...visit,
        storeId,
        timeZone: 'Asia/Shanghai',
        visitedAt: at,
        visitedOn: on,
      });
      return rewardReferral(referralReward)(paid, state);
    }
    case 'undone': {
      const visit = {
        clientId: her,
        visitId: `${her} ${told.visit}`,
        returnedAt: at,
        returnedOn: on,
        toldPosition,
      };
      return reverseReward(new ReverseReward(visit), state);
    }
  }
};

/** Lives through a history; gives every client's points, and the state of each stream. */
const live = (history: readonly Told[]) => {
  const points = new Map<string, number>();
  const states = new Map<string, Referral>();
  const give = (event: ReferralEvent): void => {
    if (event.type !== 'ReferralRewarded' && event.type !== 'ReferralReversed') return;
    const sign = event.type === 'ReferralRewarded' ? 1 : -1;
    for (const reward of event.data.rewards) {
      points.set(reward.clientId, (points.get(reward.clientId) ?? 0) + sign * reward.points);
    }
  };
  for (const [at, told] of history.entries()) {
    const state = states.get(told.her) ?? referral.initial;
    const events = unlessRefused(() => decide(told, at + 1, state));
    states.set(told.her, events.reduce(referral.evolve, state));
    events.forEach(give);
  }
  return { points, states };
};

const unlessRefused = (decided: () => readonly ReferralEvent[]): readonly ReferralEvent[] => {
  try {
    return decided();
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

const CLIENTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const client = fc.constantFrom(...CLIENTS);
const visit = fc.integer({ min: 1, max: 3 });
const histories = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('introduced' as const), her: client, by: client }),
    fc.record({ what: fc.constantFrom('paid' as const, 'undone' as const), her: client, visit }),
  ),
  { maxLength: 60 },
);

describe('rewards, however clients introduce one another', () => {
  it('are those of her direct invitees, and her own: nothing that others do changes them', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { points, states } = live(history);
        const invitedBy = (one: string, introducer: string): boolean => {
          const state = states.get(one);
          return state !== undefined && 'introducerId' in state && state.introducerId === introducer;
        };
        for (const she of CLIENTS) {
          const hers = history.filter(({ her }) => her === she || invitedBy(her, she));
          expect(live(hers).points.get(she) ?? 0).toBe(points.get(she) ?? 0);
        }
      }),
    );
  });

  it('are a hundred points for each direct invitee whose visit stands, and a hundred if her own does', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { points, states } = live(history);
        const standing = [...states.values()].filter((state) => state.status === 'rewarded');
        for (const she of CLIENTS) {
          const rewarded = standing.filter(
            ({ introducerId, introducedId }) => introducerId === she || introducedId === she,
          );
          expect(points.get(she) ?? 0).toBe(100 * rewarded.length);
        }
      }),
    );
  });

  it('change by nothing that is told a second time', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const twice = history.flatMap((told) => [told, told]);
        expect(live(twice).points).toEqual(live(history).points);
      }),
    );
  });
});

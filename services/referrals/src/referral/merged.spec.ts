import fc from 'fast-check';
import { Rejection } from '#libs/event-sourcing';
import type { OneOfHers } from './doubts.js';
import { IntroduceClient, introduceClient } from './introduce-client/introduce-client.js';
import type { ReferralEvent } from './referral.events.js';
import { hasEarned, referral, type Referral } from './referral.js';
import { ReverseReward, reverseReward } from './reverse-reward/reverse-reward.js';
import { ReviewReward, reviewReward } from './review-reward/review-reward.js';
import { referralReward } from './reward-referral/reward-policy.js';
import { RewardReferral, rewardReferral } from './reward-referral/reward-referral.js';

type Link = { what: 'merged' | 'parted'; her: string; with: string };
type Fact =
  { what: 'introduced'; her: string; by: string } | { what: 'paid' | 'undone'; her: string; visit: number };
type Told = Fact | Link;

const CLIENTS = ['a', 'b', 'c', 'd', 'e', 'f'];
const storeId = 'sh-01';
const zone = { storeId, timeZone: 'Asia/Shanghai' };
/** Each a day after the one before. */
const instantOf = (at: number): string => new Date(Date.UTC(2026, 0, 1 + at)).toISOString();

/** Lives through a history as the service does: after each fact, all who are one person are reviewed. */
class Life {
  readonly states = new Map<string, Referral>();
  readonly points = new Map<string, number>();
  readonly accepted: Told[] = [];
  private links: (readonly [string, string])[] = [];

  tell(told: Told, at: number): void {
    if ('with' in told) {
      this.link(told, at);
      return;
    }
    const events = unlessRefused(() => this.decide(told, at));
    if (events === undefined) return;
    this.accepted[at] = told;
    this.record(told.her, events);
    this.review(told.her, at);
  }

  stateOf(clientId: string): Referral {
    return this.states.get(clientId) ?? referral.initial;
  }

  personOf(clientId: string): string[] {
    const ids = new Set([clientId]);
    for (const id of ids)
      for (const link of this.links) if (link.includes(id)) link.forEach((one) => ids.add(one));
    return [...ids];
  }

  partAll(at: number): void {
    for (const [her, other] of [...this.links]) this.link({ what: 'parted', her, with: other }, at);
  }

  private link({ what, her, with: other }: Link, at: number): void {
    const without = this.links.filter(([one, two]) => one !== her || two !== other);
    this.links = what === 'merged' && her !== other ? [...without, [her, other]] : without;
    [her, other].forEach((one) => this.review(one, at));
  }

  private others(clientId: string): OneOfHers[] {
    const ids = this.personOf(clientId).filter((id) => id !== clientId);
    return ids.map((id) => ({ clientId: id, state: this.stateOf(id) }));
  }

  private decide(told: Fact, at: number): readonly ReferralEvent[] {
    const [{ her }, state, others] = [told, this.stateOf(told.her), this.others(told.her)];
    if (told.what === 'introduced') {
      const who = { referralId: `${told.by} ${her}`, introducerId: told.by, introducedId: her, storeId };
      return introduceClient(others)(new IntroduceClient({ ...who, introducedAt: instantOf(at) }), state);
    }
    const visit = { clientId: her, visitId: `${her} ${told.visit}`, toldPosition: at + 1 };
    const [instant, day] = [instantOf(at), instantOf(at).slice(0, 10)];
    if (told.what === 'undone')
      return reverseReward(new ReverseReward({ ...visit, returnedAt: instant, returnedOn: day }), state);
    const paid = new RewardReferral({ ...visit, ...zone, visitedAt: instant, visitedOn: day });
    return rewardReferral(referralReward, others)(paid, state);
  }

  private review(clientId: string, at: number): void {
    for (const id of this.personOf(clientId)) {
      const command = new ReviewReward({ clientId: id, reviewedAt: instantOf(at) });
      this.record(id, reviewReward(this.others(id))(command, this.stateOf(id)));
    }
  }

  private record(clientId: string, events: readonly ReferralEvent[]): void {
    this.states.set(clientId, events.reduce(referral.evolve, this.stateOf(clientId)));
    for (const { type, data } of events) {
      if (type !== 'ReferralRewarded' && type !== 'ReferralReversed') continue;
      const sign = type === 'ReferralRewarded' ? 1 : -1;
      for (const { clientId: whose, points } of data.rewards)
        this.points.set(whose, (this.points.get(whose) ?? 0) + sign * points);
    }
  }
}

const unlessRefused = (decided: () => readonly ReferralEvent[]): readonly ReferralEvent[] | undefined => {
  try {
    return decided();
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
};

const client = fc.constantFrom(...CLIENTS);
const visit = fc.integer({ min: 1, max: 3 });
const told: fc.Arbitrary<Told> = fc.oneof(
  fc.record({ what: fc.constant('introduced' as const), her: client, by: client }),
  fc.record({ what: fc.constantFrom('paid' as const, 'undone' as const), her: client, visit }),
  fc.record({ what: fc.constantFrom('merged' as const, 'parted' as const), her: client, with: client }),
);
const histories = fc.array(told, { maxLength: 60, size: 'max' });

const lived = (history: readonly (Told | undefined)[]): Life => {
  const life = new Life();
  history.forEach((one, at) => one && life.tell(one, at));
  return life;
};

/** What a stream stands at; on which day a reward was given, and how often, is its own history. */
const standing = (life: Life) =>
  CLIENTS.map((one) => {
    const state = life.stateOf(one);
    return hasEarned(state) ? { ...state, reward: state.reward.visitId } : state;
  });
const pointsOf = (life: Life) => CLIENTS.map((one) => life.points.get(one) ?? 0);

describe('referrals of clients who are merged and parted in any order', () => {
  it('are, once all are parted, as if nobody had ever been merged', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const life = lived(history);
        life.partAll(history.length);
        const never = lived(life.accepted);
        expect(standing(life)).toEqual(standing(never));
        expect(pointsOf(life)).toEqual(pointsOf(never));
      }),
      { numRuns: 500 },
    );
  });

  it('reward one person at most once, and never for having introduced herself', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const life = lived(history);
        for (const one of CLIENTS) {
          const person = life.personOf(one);
          const rewarded = person.map((id) => life.stateOf(id)).filter(({ status }) => status === 'rewarded');
          expect(rewarded.length).toBeLessThanOrEqual(1);
          for (const state of rewarded)
            if ('introducerId' in state) expect(person).not.toContain(state.introducerId);
        }
      }),
      { numRuns: 500 },
    );
  });
});

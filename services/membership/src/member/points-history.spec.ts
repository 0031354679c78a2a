import fc from 'fast-check';
import type { Recorded } from '#libs/event-sourcing';
import { withRedeliveries } from '#libs/testing';
import { earning, reversing } from '../testing/member.builders.js';
import { rewarding, unrewarding } from '../testing/referral.builders.js';
import { negativeAllowed } from './debt-policy.js';
import { EarnPoints, earnPoints } from './earn-points/earn-points.js';
import { EarnReferralPoints, earnReferralPoints } from './earn-referral-points/earn-referral-points.js';
import { earningPolicies, onePerHundred } from './earning-policy.js';
import type { MemberEvent } from './member.events.js';
import { member, type Member } from './member.js';
import { spanOf, type Order } from './points-explanation/explanation-span.js';
import { entriesOf, type PointsEntry } from './points-explanation/points-explanation.js';
import { ReversePoints, reversePoints } from './reverse-points/reverse-points.js';
import {
  ReverseReferralPoints,
  reverseReferralPoints,
} from './reverse-referral-points/reverse-referral-points.js';

type Command = EarnPoints | ReversePoints | EarnReferralPoints | ReverseReferralPoints;

/** Messages about one visit or referral, in an order that can come, and the points they leave. */
interface Story {
  readonly commands: readonly Command[];
  readonly points: number;
}

const decide = (command: Command, state: Member): readonly MemberEvent[] => {
  if (command instanceof EarnPoints) return earnPoints(onePerHundred)(command, state);
  if (command instanceof ReversePoints)
    return reversePoints(earningPolicies, negativeAllowed)(command, state);
  if (command instanceof EarnReferralPoints) return earnReferralPoints(command, state);
  return reverseReferralPoints(negativeAllowed)(command, state);
};

const play = (commands: readonly Command[]): { state: Member; facts: MemberEvent[] } => {
  let state = member.initial;
  const facts = commands.flatMap((command) => {
    const decided = decide(command, state);
    state = decided.reduce(member.evolve, state);
    return decided;
  });
  return { state, facts };
};

/** A visit, then returns after each of which some per cent of what was still paid of its lines stays paid. */
const visitStory = (
  visitId: string,
  paid: readonly number[],
  returns: readonly (readonly number[])[],
): Story => {
  const lines = paid.map((paidMinor, at) => ({ lineId: String(at), paidMinor }));
  let still = [...paid];
  const reversals = returns.map((perCents, at) => {
    still = still.map((paidMinor, line) => Math.floor((paidMinor * (perCents[line] ?? 100)) / 100));
    const left = still.map((stillPaidMinor, line) => ({ lineId: String(line), stillPaidMinor }));
    return reversing({ visitId, returnId: `${visitId} ${at}`, lines: left });
  });
  const points = still.reduce((sum, paidMinor) => sum + Math.floor(paidMinor / 100), 0);
  return { commands: [earning({ visitId, lines }), ...reversals], points };
};

const COURSES = ['kept', 'undone', 'undone first', 'undone then rewarded', 'undone twice'] as const;

const referralStory = (referralId: string, points: number, course: (typeof COURSES)[number]): Story => {
  const [reward, reversal] = [rewarding({ referralId, points }), unrewarding({ referralId })];
  const next = { referralId, visitId: 'the next one', points };
  switch (course) {
    case 'kept':
      return { commands: [reward], points };
    case 'undone':
      return { commands: [reward, reversal], points: 0 };
    case 'undone first':
      return { commands: [reversal, reward], points: 0 };
    case 'undone then rewarded':
      return { commands: [reward, reversal, rewarding(next)], points };
    case 'undone twice':
      return { commands: [reward, reversal, rewarding(next), unrewarding(next)], points: 0 };
  }
};

const paid = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 5 });
const perCents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
const visits = fc.array(fc.tuple(paid, fc.array(perCents, { maxLength: 4 })), { maxLength: 6 });
const course = fc.constantFrom(...COURSES);
const referrals = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), course), { maxLength: 4 });
const stories = fc
  .tuple(visits, referrals)
  .map(([visits, referrals]) => [
    ...visits.map(([paid, returns], at) => visitStory(`visit ${at}`, paid, returns)),
    ...referrals.map(([points, course], at) => referralStory(`referral ${at}`, points, course)),
  ]);
const chance = fc.array(fc.nat(), { minLength: 5, maxLength: 50 });

/** All messages in one of the orders in which they may come, some of them again. */
const interleaved = (stories: readonly Story[], chance: readonly number[]): Command[] => {
  const waiting = stories.map(({ commands }) => [...commands]);
  const told: Command[] = [];
  for (let step = 0; ; step += 1) {
    const draw = chance[step % chance.length]!;
    const left = waiting.filter((commands) => commands.length > 0);
    if (left.length === 0) return told;
    told.push(left[draw % left.length]!.shift()!);
    if (draw % 5 === 0) told.push(told[draw % told.length]!);
  }
};

const sumOf = (entries: readonly PointsEntry[]): number =>
  entries.reduce((sum, { points }) => sum + points, 0);

const explained = (facts: readonly MemberEvent[], order: Order, limit: number): PointsEntry[] => {
  const entries: PointsEntry[] = [];
  for (let cursor: number | undefined; ;) {
    const { after, count, nextCursor } = spanOf({ order, cursor, limit }, facts.length);
    const page = facts.slice(after, after + count).map((fact) => entriesOf(fact as Recorded<MemberEvent>));
    entries.push(...page.flat());
    if (nextCursor === null) return entries;
    cursor = Number(nextCursor);
  }
};

describe('points over any history of visits, returns and referrals', () => {
  it('are what is still paid earns, and every referral that stands', () => {
    fc.assert(
      fc.property(stories, chance, (stories, chance) => {
        const { state, facts } = play(interleaved(stories, chance));
        expect(state.balance).toBe(stories.reduce((sum, { points }) => sum + points, 0));
        expect(state.enrolled).toBe(stories.length > 0);
        expect(facts.filter(({ type }) => type === 'MemberEnrolled')).toHaveLength(
          stories.length > 0 ? 1 : 0,
        );
      }),
    );
  });

  it('are the same in whatever order rewards and reversals of referrals are heard', () => {
    const orders = referrals.chain((given) => {
      const stories = given.map(([points, course], at) => referralStory(`referral ${at}`, points, course));
      const told = stories.flatMap(({ commands }) => commands);
      return fc.tuple(fc.constant(stories), fc.shuffledSubarray(told, { minLength: told.length }));
    });
    fc.assert(
      fc.property(orders, ([stories, told]) => {
        expect(play(told).state.balance).toBe(stories.reduce((sum, { points }) => sum + points, 0));
      }),
    );
  });

  it('come of the same facts when runs of messages come again', () => {
    const told = fc.tuple(stories, chance).map(([stories, chance]) => interleaved(stories, chance));
    fc.assert(
      fc.property(withRedeliveries(told), ({ once, redelivered }) => {
        expect(play(redelivered).facts).toEqual(play(once).facts);
      }),
    );
  });

  it('are explained by entries that add up to the balance, on pages of any size in either order', () => {
    const pages = fc.tuple(fc.constantFrom<Order>('newest', 'oldest'), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(stories, chance, pages, (stories, chance, [order, limit]) => {
        const { state, facts } = play(interleaved(stories, chance));
        expect(sumOf(explained(facts, order, limit))).toBe(state.balance);
      }),
    );
  });

  it('are after a full return as if nothing had been bought', () => {
    fc.assert(
      fc.property(
        stories,
        chance,
        paid,
        fc.array(perCents, { maxLength: 3 }),
        (others, chance, paid, parts) => {
          const bought = visitStory('undone', paid, [...parts, paid.map(() => 0)]);
          const without = play(interleaved(others, chance)).state;
          const { balance, rewards, visits } = play(interleaved([...others, bought], chance)).state;
          expect(visits.get('undone')?.points.size).toBe(0);
          const otherVisits = new Map([...visits].filter(([visitId]) => visitId !== 'undone'));
          expect({ balance, rewards, visits: otherVisits }).toEqual({
            balance: without.balance,
            rewards: without.rewards,
            visits: without.visits,
          });
        },
      ),
    );
  });
});

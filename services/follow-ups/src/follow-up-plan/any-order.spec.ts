import fc from 'fast-check';
import { withRedeliveries } from '#libs/testing';
import { clientId } from '../testing/follow-up.builders.js';
import { fallDue, FallDue } from './fall-due/fall-due.js';
import type { FollowUpPlanEvent } from './follow-up-plan.events.js';
import { followUpPlan, isOpen, type FollowUpPlan, type Task } from './follow-up-plan.js';
import { missTask, MissTask } from './miss-task/miss-task.js';
import { oneFiveSeven } from './plan-follow-up/follow-up-policy.js';
import { PlanFollowUp, planFollowUp } from './plan-follow-up/plan-follow-up.js';

/**
 * The end does not depend on the order in which a client's visits are told. What cannot be the same, because a fact is
 * not unmade: a task whose day had ended before its visit was told is never made, and a contact made before the visit
 * that shows it unneeded was told stays made.
 */
const HOUR_MS = 60 * 60 * 1_000;
const BEGIN = Date.parse('2026-03-20T00:00:00.000Z'); // London's clocks change on the 29th, Santiago's on 5 April
const at = (hours: number): string => new Date(BEGIN + hours * HOUR_MS).toISOString();
const ZONES = ['Asia/Shanghai', 'Europe/London', 'America/Santiago'] as const;

interface TestedVisit {
  readonly visitId: string;
  readonly timeZone: string;
  readonly completedAt: string;
  /** When we hear of it. */
  readonly toldAt: string;
}

const visits = fc
  .array(
    fc.record({
      hour: fc.nat(16 * 24),
      lateHours: fc.oneof(fc.constant(0), fc.nat(12 * 24)),
      timeZone: fc.constantFrom(...ZONES),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((given) =>
    given.map(({ hour, lateHours, timeZone }, number) => ({
      visitId: `01900000-0000-7000-8000-00000000000${number}`,
      timeZone,
      completedAt: at(hour),
      toldAt: at(hour + lateHours),
    })),
  );

const hear = (plan: FollowUpPlan, { toldAt, timeZone, ...visit }: TestedVisit): FollowUpPlan => {
  const place = { clientId, storeId: timeZone, timeZone, lines: [] };
  return evolved(
    plan,
    planFollowUp(oneFiveSeven)(new PlanFollowUp({ ...visit, ...place, now: toldAt }), plan),
  );
};
const evolved = (plan: FollowUpPlan, facts: readonly FollowUpPlanEvent[]) =>
  facts.reduce(followUpPlan.evolve, plan);

/** Fires the timers that are due at a time. */
const letTimePass = (plan: FollowUpPlan, now: string): FollowUpPlan =>
  [...plan.tasks.values()].reduce((before, { taskId, dueAt, endsAt }) => {
    const due = dueAt <= now ? evolved(before, fallDue(new FallDue({ clientId, taskId }), before)) : before;
    return endsAt <= now ? evolved(due, missTask(new MissTask({ clientId, taskId }), due)) : due;
  }, plan);

const nameOf = ({ visitId, day }: Task): string => `${visitId} day ${day}`;
const tasksThat = (plan: FollowUpPlan, chosen: (task: Task) => boolean): string[] =>
  [...plan.tasks.values()].filter(chosen).map(nameOf).sort();

describe('the visits of a client, told in any order', () => {
  it('give the same tasks, when all are told before any of their days has ended', () => {
    const twoOrders = visits.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([given, otherwise]) => {
        const told = (order: readonly TestedVisit[]) =>
          order.map((visit) => ({ ...visit, toldAt: at(0) })).reduce(hear, followUpPlan.initial);
        expect(tasksThat(told(otherwise), isOpen)).toEqual(tasksThat(told(given), isOpen));
      }),
    );
  });

  it('change nothing when they come again, whatever time has passed and whichever timers have fired', () => {
    const lived = (told: readonly TestedVisit[]) => {
      let now = '';
      const plan = told.reduce((before, visit) => {
        now = visit.toldAt > now ? visit.toldAt : now; // of one that comes again, we learn again
        return hear(letTimePass(before, now), { ...visit, toldAt: now });
      }, followUpPlan.initial);
      return letTimePass(plan, at(60 * 24));
    };
    const inOrderTold = visits.map((given) => [...given].sort((a, b) => a.toldAt.localeCompare(b.toldAt)));
    fc.assert(
      fc.property(withRedeliveries(inOrderTold), ({ once, redelivered }) => {
        expect(lived(redelivered)).toEqual(lived(once));
      }),
    );
  });

  it('are missed in the end just where a task was made and she had not come, with timers firing all along', () => {
    fc.assert(
      fc.property(visits, (given) => {
        const inOrderTold = [...given].sort((a, b) => a.toldAt.localeCompare(b.toldAt));
        const lived = inOrderTold.reduce(
          (plan, visit) => hear(letTimePass(plan, visit.toldAt), visit),
          followUpPlan.initial,
        );
        const inTheEnd = letTimePass(lived, at(60 * 24));
        expect(tasksThat(inTheEnd, isOpen)).toEqual([]);
        expect(tasksThat(inTheEnd, ({ status }) => status === 'missed')).toEqual(expectedMissed(given));
      }),
    );
  });
});

/** Counted from the visits alone: each task that was not past when told, but day 7 only if she did not come before it ended. */
const expectedMissed = (given: readonly TestedVisit[]): string[] =>
  given
    .flatMap(({ visitId, timeZone, completedAt, toldAt }) =>
      [1, 5, 7].flatMap((day) => {
        const dueOn = localDay(Date.parse(completedAt), timeZone, day);
        const ended = (instant: string): boolean => localDay(Date.parse(instant), timeZone) > dueOn;
        const came = given.some((other) => other.completedAt > completedAt && !ended(other.completedAt));
        return ended(toldAt) || (day === 7 && came) ? [] : [`${visitId} day ${day}`];
      }),
    )
    .sort();

const calendars = new Map(
  ZONES.map((timeZone) => [timeZone, new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })]),
);

/** The calendar day in a zone by the runtime's own calendar, some days later. */
const localDay = (instant: number, timeZone: string, daysLater = 0): string => {
  const local = calendars.get(timeZone as (typeof ZONES)[number])!.format(instant);
  return new Date(Date.parse(local) + daysLater * 24 * HOUR_MS).toISOString().slice(0, 10);
};

import fc from 'fast-check';
import { Rejection } from '#libs/event-sourcing';
import { arrangeTasks, ArrangeTasks } from './arrange-tasks/arrange-tasks.js';
import { fallDue, FallDue } from './fall-due/fall-due.js';
import type { FollowUpPlanEvent } from './follow-up-plan.events.js';
import { followUpPlan, isOpen, type FollowUpPlan } from './follow-up-plan.js';
import { makeContact, MakeContact } from './make-contact/make-contact.js';
import { missTask, MissTask } from './miss-task/miss-task.js';
import { oneFiveSeven } from './plan-follow-up/follow-up-policy.js';
import { PlanFollowUp, planFollowUp } from './plan-follow-up/plan-follow-up.js';
import { whoseTurn } from './whose-turn.js';

type Told =
  | { what: 'came'; her: string; lateHours: number }
  | { what: 'called'; her: string; which: number }
  | { what: 'merged' | 'parted'; her: string; with: string };

const CLIENTS = ['a', 'b', 'c', 'd'];
const HOUR_MS = 60 * 60 * 1_000;
const STEP_HOURS = 13;
const at = (step: number, lessHours = 0): string =>
  new Date(Date.UTC(2026, 2, 20) + (step * STEP_HOURS - lessHours) * HOUR_MS).toISOString();

/** Lives through a history as the service does: timers fire, and all who are one person are arranged after each change. */
class Life {
  readonly plans = new Map<string, FollowUpPlan>();
  readonly accepted: Told[] = [];
  private links: (readonly [string, string])[] = [];

  tell(told: Told, step: number): void {
    this.letTimePass(at(step));
    if ('with' in told) {
      this.link(told, at(step));
      return;
    }
    if (told.what === 'called') {
      this.call(told, step);
      return;
    }
    this.accepted[step] = told;
    const [completedAt, now] = [at(step, told.lateHours), at(step)];
    const visit = {
      visitId: `01900000-0000-7000-8000-${String(step).padStart(12, '0')}`,
      clientId: told.her,
    };
    const place = { storeId: 'sh-01', timeZone: 'Asia/Shanghai', lines: [] };
    const command = new PlanFollowUp({ ...visit, ...place, completedAt, now });
    this.record(told.her, planFollowUp(oneFiveSeven)(command, this.planOf(told.her)));
    this.arrange(told.her, now);
  }

  planOf(clientId: string): FollowUpPlan {
    return this.plans.get(clientId) ?? followUpPlan.initial;
  }

  openOf(clientId: string): string[] {
    return [...this.planOf(clientId).tasks.values()].filter(isOpen).map(({ taskId }) => taskId);
  }

  personOf(clientId: string): string[] {
    const ids = new Set([clientId]);
    for (const id of ids)
      for (const link of this.links) if (link.includes(id)) link.forEach((one) => ids.add(one));
    return [...ids];
  }

  partAll(now: string): void {
    for (const [her, other] of [...this.links]) this.link({ what: 'parted', her, with: other }, now);
  }

  letTimePass(now: string): void {
    for (const clientId of CLIENTS)
      for (const { taskId, dueAt, endsAt } of this.planOf(clientId).tasks.values()) {
        const task = { clientId, taskId };
        if (dueAt <= now) this.record(clientId, fallDue(new FallDue(task), this.planOf(clientId)));
        if (endsAt <= now) this.record(clientId, missTask(new MissTask(task), this.planOf(clientId)));
      }
  }

  private link({ what, her, with: other }: Extract<Told, { with: string }>, now: string): void {
    const without = this.links.filter(([one, two]) => one !== her || two !== other);
    this.links = what === 'merged' && her !== other ? [...without, [her, other]] : without;
    [her, other].forEach((one) => this.arrange(one, now));
  }

  /** Of one of her tasks, whatever has become of it. */
  private call(told: Extract<Told, { what: 'called' }>, step: number): void {
    const plan = this.planOf(told.her);
    const tasks = [...plan.tasks.keys()].sort();
    const taskId = tasks[told.which % Math.max(tasks.length, 1)];
    if (taskId === undefined) return;
    const call = new MakeContact({ taskId, outcome: 'reached', contactedAt: at(step) });
    try {
      this.record(told.her, makeContact(call, plan));
      this.accepted[step] = told;
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }

  private arrange(clientId: string, arrangedAt: string): void {
    const ids = this.personOf(clientId);
    const turnOf = whoseTurn(ids.map((id) => ({ clientId: id, plan: this.planOf(id) })));
    if (turnOf === undefined) return;
    for (const id of ids)
      this.record(id, arrangeTasks(new ArrangeTasks({ clientId: id, turnOf, arrangedAt }), this.planOf(id)));
  }

  private record(clientId: string, events: readonly FollowUpPlanEvent[]): void {
    this.plans.set(clientId, events.reduce(followUpPlan.evolve, this.planOf(clientId)));
  }
}

const client = fc.constantFrom(...CLIENTS);
const histories = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('came' as const), her: client, lateHours: fc.nat(72) }),
    fc.record({ what: fc.constant('called' as const), her: client, which: fc.nat(20) }),
    fc.record({ what: fc.constantFrom('merged' as const, 'parted' as const), her: client, with: client }),
  ),
  { maxLength: 50, size: 'max' },
);
const statuses = (life: Life) =>
  CLIENTS.map((one) => [...life.planOf(one).tasks.values()].map(({ taskId, status }) => [taskId, status]));

describe('follow-ups of clients who are merged and parted in any order', () => {
  it('are, once all are parted, as if nobody had ever been merged: what was held back goes on, late as it may be', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const [life, never] = [new Life(), new Life()];
        history.forEach((told, step) => life.tell(told, step));
        life.partAll(at(history.length));
        life.accepted.forEach((told, step) => never.tell(told, step));
        for (const one of [life, never]) one.letTimePass(at(history.length));
        expect(statuses(life)).toEqual(statuses(never));
      }),
      { numRuns: 100 },
    );
  });

  it('are to be done under one of the records of a person at any time', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const life = new Life();
        history.forEach((told, step) => {
          life.tell(told, step);
          for (const one of CLIENTS) {
            const busy = life.personOf(one).filter((id) => life.openOf(id).length > 0);
            expect(busy.length).toBeLessThanOrEqual(1);
          }
        });
      }),
      { numRuns: 100 },
    );
  });
});

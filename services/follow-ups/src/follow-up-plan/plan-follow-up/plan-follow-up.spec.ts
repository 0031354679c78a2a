import { decisions } from '#libs/testing';
import {
  aTask,
  clientId,
  contactMade,
  followUpPlanned,
  followUpSkipped,
  followUpsEnded,
  laterVisitId,
  taskFellDue,
  taskHeldBack,
  taskMissed,
  taskWithdrawn,
  visitId,
} from '../../testing/follow-up.builders.js';
import type { FollowUpPlanEvent } from '../follow-up-plan.events.js';
import { followUpPlan } from '../follow-up-plan.js';
import { oneFiveSeven } from './follow-up-policy.js';
import { PlanFollowUp, planFollowUp } from './plan-follow-up.js';

const decide = planFollowUp(oneFiveSeven);
const spec = decisions(followUpPlan, decide);
const lines = [{ paidMinor: 29_800, staffId: 'li' }];
const visit = (change: Partial<PlanFollowUp['data']> = {}) => {
  const completedAt = change.completedAt ?? '2026-03-01T02:00:00.000Z';
  const place = { clientId, storeId: 'sh-01', timeZone: 'Asia/Shanghai' };
  return new PlanFollowUp({ visitId, ...place, lines, now: completedAt, completedAt, ...change });
};
const cameAgain = (completedAt: string, now = completedAt) =>
  visit({ visitId: laterVisitId, completedAt, now });
/** What is decided about the earlier visit, whatever is planned for the later one. */
const aboutTheEarlier = (past: readonly FollowUpPlanEvent[], later: PlanFollowUp) =>
  decide(later, past.reduce(followUpPlan.evolve, followUpPlan.initial)).filter(
    ({ data }) => 'visitId' in data && data.visitId === visitId,
  );

describe('planning the follow-up of a visit (FU-01, FU-02, FU-03)', () => {
  it('plans a contact on day 1, 5 and 7 of the store’s calendar', () => {
    spec.given().when(visit()).then(followUpPlanned());
  });

  it('plans by days that are shorter or longer where clocks change', () => {
    const london = visit({
      timeZone: 'Europe/London',
      completedAt: '2026-03-28T23:30:00.000Z',
    });
    const [planned] = decide(london, followUpPlan.initial);
    expect(planned).toMatchObject({
      data: {
        tasks: [
          { dueOn: '2026-03-29', dueAt: '2026-03-29T00:00:00.000Z', endsAt: '2026-03-29T23:00:00.000Z' },
          { dueOn: '2026-04-02', dueAt: '2026-04-01T23:00:00.000Z', endsAt: '2026-04-02T23:00:00.000Z' },
          { dueOn: '2026-04-04' },
        ],
      },
    });
  });

  it('plans nothing for who was erased, however late her visit is told', () => {
    spec
      .given(followUpsEnded({ occurredAt: '2026-03-01T03:00:00.000Z' }))
      .when(visit())
      .then(followUpSkipped({ reason: 'erased' }));
  });

  it('withdraws day 7 also while it is held back', () => {
    const later = cameAgain('2026-03-04T02:00:00.000Z');
    expect(aboutTheEarlier([followUpPlanned(), taskHeldBack(7)], later)).toEqual([taskWithdrawn()]);
  });

  it('changes nothing when it hears of the visit again', () => {
    spec.given(followUpPlanned()).when(visit()).thenNothing();
    spec.given(followUpSkipped()).when(visit()).thenNothing();
  });
});

describe('who follows up (FU-04)', () => {
  const staffOf = (...given: (readonly [number, string | null])[]) => {
    const bill = given.map(([paidMinor, staffId]) => ({ paidMinor, staffId }));
    const [planned] = decide(visit({ lines: bill }), followUpPlan.initial);
    return planned;
  };

  it('is who served most, by what was paid for a line; the first of equals', () => {
    expect(staffOf([100, 'wu'], [29_800, 'li'], [29_800, 'he'])).toEqual(followUpPlanned({ staffId: 'li' }));
  });

  it('is never a line that names nobody, unless none does', () => {
    expect(staffOf([99_900, null], [0, 'li'])).toEqual(followUpPlanned({ staffId: 'li' }));
    expect(staffOf([100, null])).toEqual(followUpPlanned({ staffId: null }));
  });
});

describe('hearing late of a visit', () => {
  it('makes the tasks whose day has not ended yet', () => {
    const now = aTask(1).endsAt;
    spec
      .given()
      .when(visit({ now }))
      .then(followUpPlanned({ tasks: [aTask(5), aTask(7)] }));
  });

  it('makes day 7 until its last moment, also after a day of 25 hours', () => {
    const late = visit({
      timeZone: 'Europe/London',
      completedAt: '2026-10-24T23:00:00.000Z', // midnight there, on the day summer time ends
      now: '2026-11-01T23:59:59.999Z',
    });
    const [planned] = decide(late, followUpPlan.initial);
    expect(planned).toMatchObject({ data: { tasks: [{ day: 7, dueOn: '2026-11-01' }] } });
  });

  it('makes none when all are past, be it by a moment or by years', () => {
    spec
      .given()
      .when(visit({ now: aTask(7).endsAt }))
      .then(followUpSkipped());
    spec
      .given()
      .when(visit({ now: '2036-03-01T00:00:00.000Z' }))
      .then(followUpSkipped());
  });
});

describe('a client who comes again', () => {
  const dayFour = '2026-03-04T02:00:00.000Z';

  it('needs no day 7 of the earlier visit; its other days stay', () => {
    expect(aboutTheEarlier([followUpPlanned()], cameAgain(dayFour))).toEqual([taskWithdrawn()]);
    expect(aboutTheEarlier([followUpPlanned(), taskFellDue(7)], cameAgain(dayFour))).toHaveLength(1);
  });

  it('needs none when the earlier visit is heard of after the later one', () => {
    const later = followUpPlanned({ visitId: laterVisitId, tasks: [] });
    spec
      .given({ ...later, occurredAt: dayFour })
      .when(visit())
      .then(followUpPlanned({ tasks: [aTask(1), aTask(5)] }));
    const now = aTask(5).endsAt;
    spec
      .given({ ...later, occurredAt: dayFour })
      .when(visit({ now }))
      .then(followUpSkipped({ reason: 'came-again' }));
  });

  it('counts as come until day 7 ends in the store, and not a moment later', () => {
    const { endsAt } = aTask(7);
    const lastMoment = new Date(Date.parse(endsAt) - 1).toISOString();
    expect(aboutTheEarlier([followUpPlanned()], cameAgain(lastMoment))).toHaveLength(1);
    expect(aboutTheEarlier([followUpPlanned()], cameAgain(endsAt))).toEqual([]);
  });

  it('withdraws nothing of a visit that was not earlier', () => {
    expect(aboutTheEarlier([followUpPlanned()], cameAgain('2026-03-01T02:00:00.000Z'))).toEqual([]);
    expect(aboutTheEarlier([followUpPlanned()], cameAgain('2026-02-27T02:00:00.000Z'))).toEqual([]);
  });

  it('was not neglected, when that is told after her day 7 was missed', () => {
    const told = '2026-03-10T02:00:00.000Z';
    const undone = taskWithdrawn({ occurredAt: told, wasMissed: true, withdrawnOn: '2026-03-10' });
    expect(aboutTheEarlier([followUpPlanned(), taskMissed(7)], cameAgain(dayFour, told))).toEqual([undone]);
  });

  it('leaves a contact that was made', () => {
    expect(aboutTheEarlier([followUpPlanned(), contactMade(7)], cameAgain(dayFour))).toEqual([]);
  });
});

import { decisions } from '#libs/testing';
import {
  aTask,
  contactMade,
  contactTried,
  followUpPlanned,
  behindId,
  taskFellDue,
  taskHeldBack,
  taskMissed,
  taskResumed,
  taskWithdrawn,
} from '../../testing/follow-up.builders.js';
import { followUpPlan } from '../follow-up-plan.js';
import { MakeContact, makeContact } from './make-contact.js';

const spec = decisions(followUpPlan, makeContact);
const onItsDay = '2026-03-02T03:00:00.000Z';
const calling = (change: Partial<MakeContact['data']> = {}) =>
  new MakeContact({ taskId: aTask(1).taskId, outcome: 'reached', contactedAt: onItsDay, ...change });
const due = [followUpPlanned(), taskFellDue(1)] as const;

describe('contacting a client for a task', () => {
  it('does the task, on the day it is in the store', () => {
    spec
      .given(...due)
      .when(calling())
      .then(contactMade(1));
  });

  it.each(['booked', 'declined'] as const)('does it too when the outcome is %s', (outcome) => {
    spec
      .given(...due)
      .when(calling({ outcome }))
      .then(contactMade(1, { outcome }));
  });

  it('does a task ahead of its day', () => {
    const contactedAt = '2026-03-01T15:00:00.000Z';
    spec
      .given(followUpPlanned())
      .when(calling({ contactedAt }))
      .then({ ...contactMade(1, { madeOn: '2026-03-01' }), occurredAt: contactedAt });
  });

  it('counts a call that nobody answers, and leaves the task to be done', () => {
    const again = '2026-03-02T05:00:00.000Z';
    const first = contactTried(1, 1, onItsDay);
    spec
      .given(...due)
      .when(calling({ outcome: 'no-answer' }))
      .then(first);
    spec
      .given(...due, first)
      .when(calling({ outcome: 'no-answer', contactedAt: again }))
      .then(contactTried(1, 2, again));
    spec
      .given(...due, first)
      .when(calling())
      .then(contactMade(1));
  });

  it('changes nothing when the task is done', () => {
    spec
      .given(...due, contactMade(1))
      .when(calling({ outcome: 'booked' }))
      .thenNothing();
  });

  it('refuses a task whose day is over, also before the timer has said so', () => {
    const { endsAt } = aTask(1);
    spec
      .given(...due, taskMissed(1))
      .when(calling())
      .thenRefused('task-missed', { endsAt });
    spec
      .given(...due)
      .when(calling({ contactedAt: endsAt }))
      .thenRefused('task-missed');
    const lastMoment = new Date(Date.parse(endsAt) - 1).toISOString();
    spec
      .given(...due)
      .when(calling({ contactedAt: lastMoment }))
      .then({ ...contactMade(1), occurredAt: lastMoment });
  });

  it('refuses a task that is held back, naming whose tasks go on, and does it when it goes on', () => {
    spec
      .given(...due, taskHeldBack(1))
      .when(calling())
      .thenRefused('task-held-back', { behindId });
    spec
      .given(...due, taskHeldBack(1), taskResumed(1, true))
      .when(calling())
      .then(contactMade(1));
  });

  it('refuses a task that is withdrawn, and one nobody knows', () => {
    const { taskId } = aTask(7);
    spec.given(followUpPlanned(), taskWithdrawn()).when(calling({ taskId })).thenRefused('task-withdrawn');
    spec.given().when(calling()).thenRefused('unknown-task');
  });
});

import { views } from '#libs/testing';
import {
  aTask,
  clientId,
  contactMade,
  contactTried,
  followUpPlanned,
  followUpSkipped,
  taskFellDue,
  taskHeldBack,
  taskMissed,
  taskResumed,
  taskWithdrawn,
} from '../testing/follow-up.builders.js';
import { FallDue } from './fall-due/fall-due.js';
import { commandForTimer, followUpTimers } from './follow-up-plan.process.js';
import { MissTask } from './miss-task/miss-task.js';

const spec = views(followUpTimers);
const { taskId, dueAt, endsAt } = aTask(1);
const data = { clientId, taskId };
const begins = { key: `${taskId} falls due`, dueAt, name: 'fall-due', data };
const ends = { key: `${taskId} ends`, dueAt: endsAt, name: 'miss-task', data };
const one = followUpPlanned({ tasks: [aTask(1)] });

describe('timers of follow-up tasks', () => {
  it('are set for the beginning and the end of each task’s day', () => {
    spec.given(one).thenRows(begins, ends);
  });

  it('are not set for a visit that leads to no task', () => {
    spec.given(followUpSkipped()).thenRows();
  });

  it('leave the end when the day has begun', () => {
    spec.given(one, taskFellDue(1)).thenRows(ends);
  });

  it('are cleared when the task is missed, done or withdrawn', () => {
    spec.given(one, taskFellDue(1), taskMissed(1)).thenRows();
    spec.given(one, contactMade(1)).thenRows();
    spec.given(followUpPlanned({ tasks: [aTask(7)] }), taskWithdrawn()).thenRows();
  });

  it('are cleared while the task is held back, and those that are left are set again', () => {
    spec.given(one, taskHeldBack(1)).thenRows();
    spec.given(one, taskHeldBack(1), taskResumed(1)).thenRows(begins, ends);
    spec.given(one, taskFellDue(1), taskHeldBack(1), taskResumed(1, true)).thenRows(ends);
  });

  it('stay when nobody answered', () => {
    spec.given(one, contactTried(1, 1, dueAt)).thenRows(begins, ends);
  });

  it('ask that the task falls due, and that it is missed', () => {
    expect(commandForTimer(begins)).toEqual(new FallDue(data));
    expect(commandForTimer(ends)).toEqual(new MissTask(data));
  });
});

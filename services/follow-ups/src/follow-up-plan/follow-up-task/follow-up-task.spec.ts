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
  visitId,
} from '../../testing/follow-up.builders.js';
import { followUpTask } from './follow-up-task.projection.js';

const spec = views(followUpTask);
const { onlyIfNotCome, ...dayOne } = aTask(1);
const planned = {
  ...dayOne,
  clientId,
  visitId,
  storeId: 'sh-01',
  staffId: 'li',
  status: 'planned',
  attempts: 0,
  outcome: null,
  doneOn: null,
} as const;
const one = followUpPlanned({ tasks: [aTask(1)] });
const seven = followUpPlanned({ tasks: [aTask(7)] });

describe('the list of follow-up tasks', () => {
  it('shows each task of a plan, with who is to do it', () => {
    spec.given(one).thenRows(planned);
    spec.given(followUpPlanned()).thenRows({ day: 1 }, { day: 5 }, { day: 7 });
  });

  it('shows nothing of a visit that leads to no task', () => {
    spec.given(followUpSkipped()).thenRows();
  });

  it('shows a task as due when its day has begun', () => {
    spec.given(one, taskFellDue(1)).thenRows({ ...planned, status: 'due' });
  });

  it('shows a task as missed when its day has ended', () => {
    spec.given(one, taskMissed(1)).thenRows({ ...planned, status: 'missed' });
  });

  it('shows a task as withdrawn when she came again, also when it was missed', () => {
    spec.given(seven, taskWithdrawn()).thenRows({ day: 7, status: 'withdrawn' });
    spec.given(seven, taskMissed(7), taskWithdrawn({ wasMissed: true })).thenRows({ status: 'withdrawn' });
  });

  it('shows a task as held back, and afterwards as it was', () => {
    spec.given(one, taskHeldBack(1)).thenRows({ ...planned, status: 'held-back' });
    spec.given(one, taskHeldBack(1), taskResumed(1)).thenRows(planned);
    spec.given(one, taskFellDue(1), taskHeldBack(1), taskResumed(1, true)).thenRows({ status: 'due' });
  });

  it('counts calls that nobody answered', () => {
    const tried = contactTried(1, 2, '2026-03-02T05:00:00.000Z');
    spec
      .given(one, taskFellDue(1), tried)
      .thenRows({ ...planned, status: 'due', attempts: 2, outcome: 'no-answer' });
  });

  it('shows a task as done, with its outcome and day', () => {
    const made = contactMade(1, { outcome: 'booked', madeOn: '2026-03-02' });
    spec.given(one, made).thenRows({ ...planned, status: 'done', outcome: 'booked', doneOn: '2026-03-02' });
  });
});

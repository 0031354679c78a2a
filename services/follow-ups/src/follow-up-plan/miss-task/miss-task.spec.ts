import { decisions } from '#libs/testing';
import {
  aTask,
  clientId,
  contactMade,
  contactTried,
  followUpPlanned,
  taskFellDue,
  taskHeldBack,
  taskMissed,
  taskWithdrawn,
} from '../../testing/follow-up.builders.js';
import { followUpPlan } from '../follow-up-plan.js';
import { MissTask, missTask } from './miss-task.js';

const spec = decisions(followUpPlan, missTask);
const dayEnds = (day: number) => new MissTask({ clientId, taskId: aTask(day).taskId });

describe('the day of a task ends', () => {
  it('misses a task nobody did, at the moment its day ended in the store', () => {
    spec.given(followUpPlanned(), taskFellDue(1)).when(dayEnds(1)).then(taskMissed(1));
  });

  it('misses a task whose calls nobody answered', () => {
    const tried = contactTried(1, 1, '2026-03-02T03:00:00.000Z');
    spec.given(followUpPlanned(), taskFellDue(1), tried).when(dayEnds(1)).then(taskMissed(1));
  });

  it('misses no task while it is held back', () => {
    spec.given(followUpPlanned(), taskFellDue(1), taskHeldBack(1)).when(dayEnds(1)).thenNothing();
  });

  it('misses no task that is done or withdrawn, and none it does not know', () => {
    spec.given(followUpPlanned(), contactMade(1)).when(dayEnds(1)).thenNothing();
    spec.given(followUpPlanned(), taskWithdrawn()).when(dayEnds(7)).thenNothing();
    spec.given().when(dayEnds(1)).thenNothing();
  });
});

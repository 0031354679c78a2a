import { decisions } from '#libs/testing';
import {
  aTask,
  clientId,
  contactMade,
  followUpPlanned,
  taskFellDue,
  taskHeldBack,
  taskMissed,
} from '../../testing/follow-up.builders.js';
import { followUpPlan } from '../follow-up-plan.js';
import { FallDue, fallDue } from './fall-due.js';

const spec = decisions(followUpPlan, fallDue);
const { taskId } = aTask(1);
const dayBegins = new FallDue({ clientId, taskId });

describe('the day of a task begins', () => {
  it('falls due at the moment its day begins in the store', () => {
    spec.given(followUpPlanned()).when(dayBegins).then(taskFellDue(1));
  });

  it('does not fall due when she was reached before', () => {
    spec.given(followUpPlanned(), contactMade(1)).when(dayBegins).thenNothing();
  });

  it('does not fall due while it is held back', () => {
    spec.given(followUpPlanned(), taskHeldBack(1)).when(dayBegins).thenNothing();
  });

  it('does not fall due when it is over, or unknown', () => {
    spec.given(followUpPlanned(), taskMissed(1)).when(dayBegins).thenNothing();
    spec.given().when(dayBegins).thenNothing();
  });
});

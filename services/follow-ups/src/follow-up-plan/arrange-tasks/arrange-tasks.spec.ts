import { decisions } from '#libs/testing';
import {
  arrangedAt,
  behindId,
  clientId,
  contactMade,
  followUpPlanned,
  taskFellDue,
  taskHeldBack,
  taskMissed,
  taskResumed,
} from '../../testing/follow-up.builders.js';
import { followUpPlan } from '../follow-up-plan.js';
import { ArrangeTasks, arrangeTasks } from './arrange-tasks.js';

const spec = decisions(followUpPlan, arrangeTasks);
const turnOf = (whose: string) => new ArrangeTasks({ clientId, turnOf: whose, arrangedAt });
const due = [followUpPlanned(), taskFellDue(1)] as const;

describe('arranging the tasks of one of her records', () => {
  it('holds back what is to be done while it is the turn of another', () => {
    spec
      .given(...due)
      .when(turnOf(behindId))
      .then(taskHeldBack(1), taskHeldBack(5), taskHeldBack(7));
  });

  it('leaves alone what is done or missed', () => {
    spec
      .given(...due, contactMade(1), taskMissed(5))
      .when(turnOf(behindId))
      .then(taskHeldBack(7));
  });

  it('lets go on what was held back, where it was, when it is her turn', () => {
    spec
      .given(...due, taskHeldBack(1), taskHeldBack(5))
      .when(turnOf(clientId))
      .then(taskResumed(1, true), taskResumed(5));
  });

  it('changes nothing of her whose turn it was, nor of one nobody came for', () => {
    spec
      .given(...due)
      .when(turnOf(clientId))
      .thenNothing();
    spec.given().when(turnOf(behindId)).thenNothing();
  });
});

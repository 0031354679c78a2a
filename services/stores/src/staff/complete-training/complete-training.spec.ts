import { decisions } from '#libs/testing';
import { aStaffHired, aTrainingCompleted, morning, staffId } from '../../testing/staff.builders.js';
import { staff } from '../staff.js';
import { CompleteTraining, completeTraining } from './complete-training.js';

const spec = decisions(staff, completeTraining);
const by = { role: 'hq-admin', stores: 'every' } as const;
const completing = (completedOn = '2026-02-27') =>
  new CompleteTraining({ staffId, training: 'desk', completedOn, toldAt: morning, by });

describe('completing a training', () => {
  it('is recorded once', () => {
    spec.given(aStaffHired()).when(completing()).then(aTrainingCompleted());
    spec.given(aStaffHired(), aTrainingCompleted()).when(completing()).thenNothing();
  });

  it('refuses one that is yet to come', () => {
    spec.given(aStaffHired()).when(completing('2026-03-03')).thenRefused('in-the-future');
  });
});

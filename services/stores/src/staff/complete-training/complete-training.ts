import { addDays, dayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import type { StaffEvent, TrainingCompleted } from '../staff.events.js';
import { employed, type Staff } from '../staff.js';

export class CompleteTraining {
  constructor(readonly data: TrainingCompleted['data'] & { readonly toldAt: string; readonly by: Grantor }) {}
}

/** The same training may be done again on another day. */
export const completeTraining: Decide<CompleteTraining, Staff, StaffEvent> = ({ data }, state) => {
  const { toldAt: occurredAt, by, ...training } = data;
  const { role, storeIds, trainings } = employed(data.staffId, state);
  checkGrant(by, role, storeIds);
  if (training.completedOn > addDays(dayOf(occurredAt, 'UTC'), 1)) {
    throw new Rejection('in-the-future', 'What is recorded must have happened already.', {
      completedOn: training.completedOn,
    });
  }
  const known = trainings.some(
    (one) => one.training === training.training && one.completedOn === training.completedOn,
  );
  return known ? [] : [{ type: 'TrainingCompleted', occurredAt, data: training }];
};

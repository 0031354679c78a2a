import { Rejection, type Decide } from '#libs/event-sourcing';
import type { StaffEvent } from '../staff.events.js';
import { known, type Staff } from '../staff.js';

export class RemoveSecondFactor {
  constructor(
    readonly data: {
      readonly staffId: string;
      readonly reason: string;
      readonly at: string;
      /** The account of who takes it away. */
      readonly by: string;
    },
  ) {}
}

/** For who has lost it. Nobody takes away her own, or whoever finds her browser open could: a new one takes its place. */
export const removeSecondFactor: Decide<RemoveSecondFactor, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, reason, at: occurredAt, by } = data;
  const { secondFactor, epoch } = known(staffId, state);
  if (by === staffId)
    throw new Rejection(
      'second-factor-yours',
      'Set up another one in its place, or ask another administrator.',
    );
  if (secondFactor === null) return [];
  return [{ type: 'SecondFactorRemoved', occurredAt, data: { staffId, reason, epoch: epoch + 1 } }];
};

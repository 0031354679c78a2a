import { Rejection, type Decide } from '#libs/event-sourcing';
import type { SecondFactorSetUp, StaffEvent } from '../staff.events.js';
import { employed, type Staff } from '../staff.js';

export class SetUpSecondFactor {
  constructor(
    readonly data: Omit<SecondFactorSetUp['data'], 'epoch' | 'step'> & {
      /** The step whose code was sent; null when it was none. */
      readonly step: number | null;
      readonly at: string;
    },
  ) {}
}

/** It counts from the first right code on, in place of one before it. Sessions that began without it end. */
export const setUpSecondFactor: Decide<SetUpSecondFactor, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, factorId, step, recoveryHashes, at: occurredAt } = data;
  const { secondFactor, epoch } = employed(staffId, state);
  if (secondFactor?.factorId === factorId) return [];
  if (step === null)
    throw new Rejection(
      'wrong-code',
      'This is not the code that the app shows now: see whether the clock of its phone is right.',
    );
  const setUp = { staffId, factorId, step, recoveryHashes, epoch: epoch + 1 };
  return [{ type: 'SecondFactorSetUp', occurredAt, data: setUp }];
};

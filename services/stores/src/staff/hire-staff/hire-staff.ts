import { Rejection, type Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import { checkTrained, type PostTraining } from '../post-training.js';
import type { Learned, StaffEvent, StaffHired } from '../staff.events.js';
import type { Staff } from '../staff.js';

export class HireStaff {
  constructor(
    readonly data: StaffHired['data'] & {
      readonly hiredAt: string;
      /** What she has learned already. */
      readonly trainings: readonly Learned[];
      readonly by: Grantor;
      /** Kept beside the log. */
      readonly account: { readonly name: string; readonly login: string; readonly password: string | null };
    },
  ) {}
}

/** Her first day in her store, and what posts ask for then. */
export interface FirstDay {
  readonly day: string;
  readonly asked: PostTraining;
}

/**
 * Somebody begins to work for the chain, with access of a kind that is the hirer's to give; her login comes as a claim. Who
 * begins in a post that asks for training brings it with her (OS-05).
 */
export const hireStaff =
  (claims: readonly string[], { asked, day }: FirstDay): Decide<HireStaff, Staff, StaffEvent> =>
  ({ data }, state) => {
    const { staffId, post, role, storeIds, passwordEndsAt, hiredAt: occurredAt, by, trainings } = data;
    checkGrant(by, role, storeIds);
    if (state.status !== 'unknown') {
      throw new Rejection('staff-already-hired', 'Somebody with this id works here already.', { staffId });
    }
    const early = trainings.find(({ completedOn }) => completedOn > day);
    if (early !== undefined) {
      throw new Rejection('in-the-future', 'What is recorded must have happened already.', { ...early });
    }
    checkTrained(asked, post, trainings, day);
    const { version } = asked;
    const ends = passwordEndsAt === undefined ? {} : { passwordEndsAt };
    return [
      {
        ...{ type: 'StaffHired', occurredAt, claims },
        ...(version === null ? {} : { policyVersion: version }),
        data: { staffId, post, role, storeIds, ...ends },
      },
      ...trainings.filter(isFirst).map(({ training, completedOn }): StaffEvent => {
        return { type: 'TrainingCompleted', occurredAt, data: { staffId, training, completedOn } };
      }),
    ];
  };

const isFirst = (one: Learned, at: number, all: readonly Learned[]): boolean =>
  all.findIndex(
    ({ training, completedOn }) => training === one.training && completedOn === one.completedOn,
  ) === at;

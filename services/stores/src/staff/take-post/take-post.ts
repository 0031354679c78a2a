import type { PolicyOf } from '#contracts/stores/policies';
import { latest } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import type { PostTaken, StaffEvent } from '../staff.events.js';
import { employed, type Staff } from '../staff.js';

export class TakePost {
  constructor(readonly data: PostTaken['data'] & { readonly decidedAt: string; readonly by: Grantor }) {}
}

/** The policy `post-training` as it holds on the day, and its version. */
export interface PostTraining extends PolicyOf<'post-training'> {
  readonly version: string | null;
}

/** Who takes a post has learned before what it requires (OS-05). */
export const takePost =
  ({ required, version: policyVersion }: PostTraining): Decide<TakePost, Staff, StaffEvent> =>
  ({ data }, state) => {
    const { decidedAt: occurredAt, by, ...taken } = data;
    const { role, storeIds, trainings, posts, post: first } = employed(data.staffId, state);
    checkGrant(by, role, storeIds);
    if ((latest(posts, taken.effectiveFrom)?.post ?? first) === taken.post) return [];
    const learned = trainings.filter(({ completedOn }) => completedOn <= taken.effectiveFrom);
    const missing = required
      .filter(({ post }) => post === taken.post)
      .map(({ training }) => training)
      .filter((training) => !learned.some((one) => one.training === training));
    if (missing.length > 0) {
      throw new Rejection('training-missing', 'This post needs training that she does not have by then.', {
        missing,
      });
    }
    return [{ type: 'PostTaken', occurredAt, policyVersion, data: taken }];
  };

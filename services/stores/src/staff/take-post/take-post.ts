import { latest } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import { checkGrant, type Grantor } from '../granting.js';
import { checkTrained, type PostTraining } from '../post-training.js';
import type { PostTaken, StaffEvent } from '../staff.events.js';
import { employed, type Staff } from '../staff.js';

export class TakePost {
  constructor(readonly data: PostTaken['data'] & { readonly decidedAt: string; readonly by: Grantor }) {}
}

/** Who takes a post has learned before what it requires (OS-05). */
export const takePost =
  (asked: PostTraining): Decide<TakePost, Staff, StaffEvent> =>
  ({ data }, state) => {
    const { decidedAt: occurredAt, by, ...taken } = data;
    const { role, storeIds, trainings, posts, post: first } = employed(data.staffId, state);
    checkGrant(by, role, storeIds);
    if ((latest(posts, taken.effectiveFrom)?.post ?? first) === taken.post) return [];
    checkTrained(asked, taken.post, trainings, taken.effectiveFrom);
    return [{ type: 'PostTaken', occurredAt, policyVersion: asked.version, data: taken }];
  };

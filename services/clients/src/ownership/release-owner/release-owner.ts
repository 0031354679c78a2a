import { inForce } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { OwnerReleased, OwnershipEvent } from '../ownership.events.js';
import { together, type Assignments } from '../ownership.js';

export class ReleaseOwner {
  constructor(
    readonly data: Omit<OwnerReleased['data'], 'effectiveFrom'> & {
      /** Today at her store, when left out. */
      readonly effectiveFrom: string | undefined;
      readonly releasedAt: string;
    },
  ) {}
}

/** For whom nobody is named on that day, nobody is released. */
export const releaseOwner =
  (
    storeId: string,
    today: string,
    ofOthers: Assignments,
  ): Decide<ReleaseOwner, Assignments, OwnershipEvent> =>
  ({ data: { releasedAt: occurredAt, effectiveFrom = today, ...released } }, own) => {
    if (inForce(together(own, ofOthers), null, effectiveFrom) === undefined) return [];
    return [{ type: 'OwnerReleased', occurredAt, storeId, data: { ...released, effectiveFrom } }];
  };

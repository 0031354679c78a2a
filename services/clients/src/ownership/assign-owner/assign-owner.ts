import { inForce } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { OwnerAssigned, OwnershipEvent } from '../ownership.events.js';
import { together, type Assignments } from '../ownership.js';

export class AssignOwner {
  constructor(
    readonly data: Omit<OwnerAssigned['data'], 'effectiveFrom'> & {
      /** Today at her store, when left out. */
      readonly effectiveFrom: string | undefined;
      readonly assignedAt: string;
    },
  ) {}
}

/** Who is named for her on that day already need not be named again. */
export const assignOwner =
  (storeId: string, today: string, ofOthers: Assignments): Decide<AssignOwner, Assignments, OwnershipEvent> =>
  ({ data: { assignedAt: occurredAt, effectiveFrom = today, ...named } }, own) => {
    const standing = inForce(together(own, ofOthers), null, effectiveFrom);
    if (standing?.value?.staffId === named.staffId) return [];
    return [{ type: 'OwnerAssigned', occurredAt, storeId, data: { ...named, effectiveFrom } }];
  };

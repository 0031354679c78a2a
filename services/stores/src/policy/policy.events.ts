import type { PolicyName } from '#contracts/stores/policies';
import type { DomainEvent } from '#libs/event-sourcing';

interface PolicyTold {
  name: PolicyName;
  /** Of this name: 1, 2, 3 …, whatever the scope. */
  version: number;
  /** The first day it holds. */
  effectiveFrom: string;
}

export type PolicyPublished = DomainEvent<
  'PolicyPublished',
  PolicyTold & {
    /** Null for the whole chain. */
    storeId: string | null;
    /** As the schema of its name has it. */
    value: Readonly<Record<string, unknown>>;
  }
>;

/** From this day on the chain's rule holds in the store again. */
export type OverrideWithdrawn = DomainEvent<'OverrideWithdrawn', PolicyTold & { storeId: string }>;

export type PolicyEvent = PolicyPublished | OverrideWithdrawn;

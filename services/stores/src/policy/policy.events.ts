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
    /** Fields of the chain's value that no store may have otherwise; all are open when absent. */
    fixed?: readonly string[];
  }
>;

/** From this day on the chain's rule holds in the store again. */
export type OverrideWithdrawn = DomainEvent<'OverrideWithdrawn', PolicyTold & { storeId: string }>;

export type PolicyEvent = PolicyPublished | OverrideWithdrawn;

import type { PolicyName } from '#contracts/stores/policies';
import type { DomainEvent } from '#libs/event-sourcing';

/** What headquarters decided, as `stores` told it. */
export type PolicyLearned = DomainEvent<
  'PolicyLearned',
  {
    name: PolicyName;
    /** Of this name: 1, 2, 3 …, whatever the scope. */
    version: number;
    /** Null for the whole chain. */
    storeId: string | null;
    effectiveFrom: string;
    /** Null when an override ends and the chain's rule holds again. */
    value: Readonly<Record<string, unknown>> | null;
  }
>;

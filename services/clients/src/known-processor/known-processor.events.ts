import type { DomainEvent } from '#libs/event-sourcing';

/** What is agreed with somebody who handles data of clients for the chain, as `stores` told it. */
export type ProcessorEngagementLearned = DomainEvent<
  'ProcessorEngagementLearned',
  {
    processorId: string;
    /** Of what is told of this processor: 1, 2, 3 … */
    version: number;
    /** The first and the last day. */
    effectiveFrom: string;
    until: string;
    agreementNumber: string;
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** A legal entity; null for the chain. */
    engagedBy: string | null;
    /** Whose clients’ data it may have; null for every store of the chain. */
    storeIds: readonly string[] | null;
    /** As told: a later Liren may know more of them. */
    purposes: readonly string[];
    kinds: readonly string[];
    /** To whom it may pass work on. */
    subProcessors: readonly { readonly name: string; readonly country: string }[];
  }
>;

/** It works until a day; what was agreed for later days is void. */
export type ProcessorEndLearned = DomainEvent<
  'ProcessorEndLearned',
  { processorId: string; version: number; endedOn: string }
>;

export type KnownProcessorEvent = ProcessorEngagementLearned | ProcessorEndLearned;

import type { DomainEvent } from '#libs/event-sourcing';

/** Something can speak against giving this item to somebody. What, and to whom, `clients` knows. */
export type ContraindicatedItemLearned = DomainEvent<'ContraindicatedItemLearned', { itemId: string }>;

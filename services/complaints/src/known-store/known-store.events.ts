import type { DomainEvent } from '#libs/event-sourcing';

export type StoreLearned = DomainEvent<'StoreLearned', { storeId: string; timeZone: string }>;

export type KnownStoreEvent = StoreLearned;

import type { DomainEvent } from '#libs/event-sourcing';

/** Why keys are replaced: codes alone, for what is in the log stays. */
export const REASONS = ['life-over', 'may-be-known', 'other-cipher', 'her-wish'] as const;
export type Reason = (typeof REASONS)[number];

/** What is sealed for her from now on is sealed with this version of her keys; those before go on opening what they sealed. */
export type DataKeysReplaced = DomainEvent<
  'DataKeysReplaced',
  { clientId: string; storeId: string; version: number; reason: Reason }
>;

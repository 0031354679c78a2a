import type { DomainEvent } from '#libs/event-sourcing';

/** One night, what was due was done: of so many it is restricted from now on, so many were erased. */
export type RetentionKept = DomainEvent<
  'RetentionKept',
  { night: string; restricted: number; erased: number }
>;

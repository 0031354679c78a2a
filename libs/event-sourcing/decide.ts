import type { DomainEvent } from './domain-event.js';

/**
 * A rule: what is asked, and what is known, give the facts that follow; none when it was asked before.
 * Pure: no waiting, no clock, no chance. Refuses by throwing a `Rejection`.
 */
export type Decide<Command, State, Event extends DomainEvent> = (
  command: Command,
  state: State,
) => readonly Event[];

import type { DomainEvent } from './domain-event.js';

/** The next state after a fact. Pure; never refuses, for a fact cannot be refused. */
export type Evolve<State, Event extends DomainEvent> = (state: State, event: Event) => State;

/** Turns the data of an old shape of an event into today's; the log itself is never rewritten. */
export type Upcaster = (data: unknown) => unknown;

/**
 * A key, or a time range of a key, that a fact takes or gives back. While it is held, any append that claims the
 * same is refused, in the same atomic step: double booking and duplicate registration are impossible.
 */
export interface ClaimChange {
  readonly action: 'take' | 'release';
  /** `<kind>:<value>`, such as `phone:<blind index>` or `therapist:<id>`. Never a plain personal value. */
  readonly key: string;
  /** Half-open `[from, to)`, ISO instants in UTC; absent for a key that has only one holder at all times. */
  readonly range?: { readonly from: string; readonly to: string };
}

/** One category of streams: how its state is folded from its facts. */
export interface Aggregate<State, Event extends DomainEvent> {
  /** Streams are named `<category>:<id>`. */
  readonly category: string;
  readonly initial: State;
  readonly evolve: Evolve<State, Event>;
  /** By event type. */
  readonly upcasters?: Readonly<Record<string, Upcaster>>;
  /** The store a thing belongs to, once it has one: whoever is not of that store neither sees nor changes it. */
  readonly storeOf?: (state: State) => string | null | undefined;
  /** What a fact claims or releases. */
  readonly claims?: (event: Event) => readonly ClaimChange[];
}

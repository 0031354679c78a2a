import { Rejection, type Aggregate, type DomainEvent } from '#libs/event-sourcing';
import type { StreamAppend } from './append-request.js';
import type { CommandContext } from './command-context.js';
import { VersionLost } from './errors.js';
import type { FoldedState } from './state-cache.js';

export type DecideOn<State, Event> = (state: State) => readonly Event[];

/** What was decided; a refusal is no facts, and stands unless something else holds in its place. */
export interface Decision<Facts> {
  readonly events: readonly Facts[];
  readonly refusal?: Rejection | VersionLost;
}

export const decided = <Facts>(decide: () => readonly Facts[]): Decision<Facts> => {
  try {
    return { events: decide() };
  } catch (refusal) {
    if (refusal instanceof Rejection || refusal instanceof VersionLost) return { events: [], refusal };
    throw refusal;
  }
};

/**
 * What a decision needs to know from elsewhere. When that refuses, it is the decision that does: so a request which was answered
 * before is answered as the first time, whatever has changed elsewhere since.
 */
export const readAhead = async <T>(reading: Promise<T>): Promise<() => T> => {
  try {
    const found = await reading;
    return () => found;
  } catch (refusal) {
    if (!(refusal instanceof Rejection)) throw refusal;
    return () => {
      throw refusal;
    };
  }
};

/** Facts provided that something holds elsewhere; it need not where there are none. */
export const providedThat = async <Facts>(
  decision: Decision<Facts>,
  holds: () => Promise<unknown>,
): Promise<Decision<Facts>> => {
  if (decision.events.length === 0) return decision;
  const check = await readAhead(holds());
  return decided(() => {
    check();
    return decision.events;
  });
};

export const decideOn = <State, Event>(
  { state, version }: FoldedState<State>,
  { expectedVersion = version }: CommandContext,
  decide: DecideOn<State, Event>,
): readonly Event[] => {
  if (expectedVersion !== version) throw new VersionLost(version);
  return decide(state);
};

export const partOf = <State, Event extends DomainEvent>(
  { claims }: Aggregate<State, Event>,
  stream: string,
  expected: number,
  events: readonly Event[],
): StreamAppend => ({ stream, expected, events, claims: claims && events.flatMap(claims) });

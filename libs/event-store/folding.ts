import type { Aggregate, DomainEvent, Recorded } from '#libs/event-sourcing';
import type { FoldedState } from './state-cache.js';

/** A stream that does not exist. */
export const unborn = <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
): FoldedState<State> => ({ state: aggregate.initial, version: 0, position: 0 });

/** As the log will give it back: instants in UTC. */
export const asStored = <Event extends DomainEvent>(event: Event): Event =>
  /^.{23}Z$/.test(event.occurredAt)
    ? event
    : { ...event, occurredAt: new Date(event.occurredAt).toISOString() };

/** The state after one more fact of the log, in today's shape. */
export const fold = <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  before: FoldedState<State>,
  event: Recorded<Event>,
): FoldedState<State> => ({
  state: aggregate.evolve(before.state, upcast(aggregate, event)),
  version: event.version,
  position: event.position,
});

/** An event in today's shape. */
export const upcast = <Event extends DomainEvent>(
  { upcasters }: Pick<Aggregate<never, Event>, 'upcasters'>,
  event: Recorded<Event>,
): Recorded<Event> => {
  const upcaster = upcasters?.[event.type];
  return upcaster === undefined ? event : { ...event, data: upcaster(event.data) };
};

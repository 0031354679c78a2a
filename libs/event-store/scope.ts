import type { Aggregate, DomainEvent } from '#libs/event-sourcing';
import { commandContext } from './command-context.js';
import { OtherStore } from './errors.js';

/** Whether the actor may see and change what belongs to this store; what belongs to none is everybody's. */
const isOfActor = (storeId: string | null | undefined): boolean => {
  const { stores } = commandContext();
  return stores === undefined || storeId === null || storeId === undefined || stores.includes(storeId);
};

/** Throws `OtherStore` unless the actor may see and change what belongs to this store. */
export const checkStore = (storeId: string | null | undefined): void => {
  if (!isOfActor(storeId)) throw new OtherStore(storeId!);
};

/** The thing itself, before anything is decided about it: a refusal would tell how it stands. */
export const checkStateStore = <State, Event extends DomainEvent>(
  { storeOf }: Aggregate<State, Event>,
  state: State,
): void => checkStore(storeOf?.(state));

/** The same, as an answer. */
export const isSeen = <State, Event extends DomainEvent>(
  { storeOf }: Aggregate<State, Event>,
  state: State,
): boolean => isOfActor(storeOf?.(state));

/** What is to be recorded: of a new thing, nothing else says where it belongs. */
export const checkedStores = <Event extends DomainEvent>(events: readonly Event[]): readonly Event[] => {
  events.forEach(({ storeId }) => checkStore(storeId));
  return events;
};

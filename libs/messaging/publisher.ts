import { z } from 'zod';
import type { Contract, DataOf, Message } from '#libs/contracts';
import type { DomainEvent, Recorded } from '#libs/event-sourcing';

/** What a fact tells others: a contract and its data. */
export interface Published<C extends Contract = Contract> {
  readonly contract: C;
  readonly data: DataOf<C>;
}

/** A fact that stays in its own service. */
export const kept = (): null => null;

export const tell = <C extends Contract>(contract: C, data: DataOf<C>): Published<C> => ({ contract, data });

/**
 * For every fact of a service, the one contract it tells, or `kept`. A new event type does not compile before it is
 * decided. One at most: listeners tell messages of a source apart by position.
 */
export type Publisher<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (event: Recorded<Extract<Event, { type: Type }>>) => Published | null;
};

/** What a fact tells. Data is checked against its contract: what others rely on is never broken by us. */
export const messageOf = (
  publisher: Publisher<DomainEvent>,
  source: string,
  event: Recorded,
): Message | null => {
  const publish = publisher[event.type];
  if (publish === undefined) throw new Error(`Nobody decided what ${event.type} tells others.`);
  const published = publish(event);
  if (published === null) return null;
  const { contract, data } = published;
  const checked = contract.data.safeParse(data);
  if (!checked.success) {
    const fact = `${event.type} ${event.id} at position ${event.position}`;
    throw new Error(`${fact} is not what ${contract.type} promises: ${z.prettifyError(checked.error)}`);
  }
  return {
    id: event.id,
    type: contract.type,
    source,
    subject: event.stream,
    time: event.occurredAt,
    recordedAt: event.recordedAt,
    position: event.position,
    key: keyOf(contract, data) ?? event.stream,
    correlationId: event.correlationId,
    causationId: event.causationId,
    data: checked.data,
  };
};

const keyOf = ({ key }: Contract, data: unknown): string | undefined => {
  const value = key === undefined ? undefined : (data as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : undefined;
};

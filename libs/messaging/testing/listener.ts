import type { DomainEvent } from '#libs/event-sourcing';
import { commandContext } from '#libs/event-store';
import { noTraces } from '#libs/tracing';
import { movableClock, type LogProcess } from '#libs/testing';
import { Consumer } from '../consumer.js';
import type { BatchHandler, MessageHandler } from '../handlers.js';
import type { Transport } from '../transport.js';
import { OPENED } from './stores.builders.js';

export interface Listener extends Consumer {
  /** Errors it told of. */
  readonly errors: unknown[];
}

/** A service that listens to stores being opened. */
export const listener = async (
  { pool }: LogProcess,
  transport: Transport,
  { each, batch, onTaken }: { each?: MessageHandler; batch?: BatchHandler; onTaken?: () => void },
): Promise<Listener> => {
  const errors: unknown[] = [];
  const consumer = new Consumer(
    pool,
    transport,
    {
      each: new Map(each && [[OPENED, each]]),
      batches: new Map(batch && [[OPENED, batch]]),
    },
    {
      group: 'liren.spec',
      clock: movableClock('2026-03-01T12:00:00Z'),
      traces: noTraces,
      onError: (error) => errors.push(error),
      onTaken,
    },
  );
  await consumer.start();
  return Object.assign(consumer, { errors });
};

/** Appends one fact for a message, as a use case of a service does. */
export const learns =
  ({ store }: LogProcess): MessageHandler =>
  ({ key, data, time }) => {
    const learned: DomainEvent = { type: 'StoreLearned', data, occurredAt: time };
    return store.append({
      context: commandContext(),
      streams: [{ stream: `store:${key}`, expected: 'any', events: [learned] }],
    });
  };

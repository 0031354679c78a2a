import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '#libs/contracts';
import { isMalformed, type Batch, type Subscription, type Transport } from '../transport.js';

export interface Group {
  /** Messages whose batch had its effect, in the order of the effects. */
  readonly taken: Message[];
  /** What went wrong with a member that may not go wrong; empty when nothing did. */
  readonly faults: string[];
  /** Errors that members were told of. */
  readonly errors: unknown[];
  /** Where it goes on, by `topic/partition`. */
  readonly offsets: ReadonlyMap<string, string>;
  join(transport: Transport, onBatch?: (batch: Batch) => Promise<void>): Promise<Subscription>;
}

/** Members that keep together how far they have read, as the processes of one service do in its database. */
export const group = (name: string, topics: readonly string[]): Group => {
  const offsets = new Map<string, string>();
  const inHand = new Set<string>();
  const all: Group = {
    taken: [],
    faults: [],
    errors: [],
    offsets,
    join: async (...member) => join(...member),
  };

  const take = async (batch: Batch, onBatch: (batch: Batch) => Promise<void>): Promise<void> => {
    const place = `${batch.topic}/${batch.partition}`;
    if (inHand.has(place)) all.faults.push(`${place} is read by two at once`);
    inHand.add(place);
    try {
      await onBatch(batch);
      if (BigInt(batch.nextOffset) <= BigInt(offsets.get(place) ?? 0)) all.faults.push(`${place} went back`);
      offsets.set(place, batch.nextOffset);
      for (const message of batch.messages) if (!isMalformed(message)) all.taken.push(message);
    } finally {
      inHand.delete(place);
    }
  };

  const join = (
    transport: Transport,
    onBatch: (batch: Batch) => Promise<void> = async () => undefined,
  ): Promise<Subscription> =>
    transport.subscribe({
      group: name,
      topics,
      resumeAt: async (topic, partition) => {
        await sleep(50); // a database is asked
        return offsets.get(`${topic}/${partition}`);
      },
      onBatch: (batch) => take(batch, onBatch),
      onError: (error) => all.errors.push(error),
    });
  return all;
};

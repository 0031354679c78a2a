import { topicOf, type Message } from '#libs/contracts';
import type { Batch, Malformed, SubscribeOptions, Transport } from '../transport.js';

/** A transport whose batches the spec hands out itself, as often as it likes, also to several members at once. */
export interface Hand extends Transport {
  /** Members that have joined, in order. */
  readonly members: SubscribeOptions[];
  /** What came back from a member for a batch of these messages. */
  give(
    messages: readonly (Message | Malformed)[],
    place?: { partition?: number; nextOffset: number; member?: number },
  ): Promise<void>;
}

export const hand = (topic = topicOf('stores.')): Hand => {
  const members: SubscribeOptions[] = [];
  const resumed = new Set<string>();
  let offset = 0;
  return {
    name: 'postgres',
    members,
    ensureTopics: async () => undefined,
    producer: () => Promise.reject(new Error('Nothing is sent by hand.')),
    subscribe: async (options) => {
      members.push(options);
      return { stop: async () => undefined };
    },
    close: async () => undefined,
    give: async (
      messages,
      { partition = 0, nextOffset, member = members.length - 1 } = { nextOffset: 0 },
    ) => {
      offset = nextOffset > 0 ? nextOffset : offset + messages.length;
      const batch: Batch = { topic, partition, messages, nextOffset: String(offset) };
      const options = members[member]!;
      if (!resumed.has(`${member}/${partition}`)) await options.resumeAt(topic, partition);
      resumed.add(`${member}/${partition}`);
      await options.onBatch(batch);
    },
  };
};

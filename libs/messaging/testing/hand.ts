import { topicOf, type Message } from '#libs/contracts';
import type { Batch, Malformed, SubscribeOptions, Transport } from '../transport.js';

/** A transport whose batches the spec hands out itself, as often as it likes, also to several members at once. */
export interface Hand extends Transport {
  /** Members that have joined, in order. */
  readonly members: SubscribeOptions[];
  /** Lets a member read where the partition stands, once; it goes on from there whatever others do meanwhile. */
  assign(member: number, partition?: number): Promise<void>;
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
  const assign = async (member: number, partition = 0): Promise<void> => {
    const place = `${member}/${partition}`;
    if (!resumed.has(place)) await members[member]!.resumeAt(topic, partition);
    resumed.add(place);
  };
  return {
    name: 'postgres',
    members,
    assign,
    ensureTopics: async () => undefined,
    ends: async () => [{ topic, partition: 0, nextOffset: offset }],
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
      await assign(member, partition);
      await members[member]!.onBatch(batch);
    },
  };
};

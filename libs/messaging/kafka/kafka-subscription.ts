import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch as KafkaBatch, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Batch, SubscribeOptions, Subscription } from '../transport.js';
import { fromKafka } from './cloud-event.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Beats go on while a batch is in hand, so that a member is given up when it is gone, and not when it is busy. */
const BEAT_MS = 3_000;
const SESSION_MS = 15_000;

/**
 * Reads as a member of a group. Where to go on is what the consumer's own database says, not Kafka: it moved in one step
 * with the effect. Kafka always begins at the first offset, so each partition's first batch is held until that is known.
 */
export const subscribeToKafka = async (kafka: Kafka, options: SubscribeOptions): Promise<Subscription> => {
  const consumer = kafka.consumer({
    groupId: options.group,
    maxWaitTimeInMs: 100,
    maxBytesPerPartition: 2 * 1024 * 1024,
    sessionTimeout: SESSION_MS,
  });
  const next = new Map<string, bigint>();
  consumer.on(consumer.events.GROUP_JOIN, () => next.clear());
  consumer.on(consumer.events.CRASH, ({ payload }) => options.onError(payload.error));
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: (payload) => whileBeating(payload, () => untilTaken(payload, consumer, next, options)),
    });
  } catch (error) {
    await consumer.disconnect();
    throw error;
  }
  return { stop: () => consumer.disconnect() };
};

/** Tries a batch until it is taken. Kafkajs itself would give up after some tries, and for ever after a TypeError. */
const untilTaken = async (
  payload: EachBatchPayload,
  consumer: Consumer,
  next: Map<string, bigint>,
  options: SubscribeOptions,
): Promise<void> => {
  const { heartbeat, isRunning, isStale } = payload;
  for (let pause = FIRST_PAUSE_MS; isRunning() && !isStale(); pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await take(payload, consumer, next, options);
      break;
    } catch (error) {
      options.onError(error);
      await sleep(pause);
    }
    await heartbeat();
  }
  await heartbeat();
};

const take = async (
  { batch, resolveOffset }: EachBatchPayload,
  consumer: Consumer,
  next: Map<string, bigint>,
  { resumeAt, onBatch }: SubscribeOptions,
): Promise<void> => {
  const { topic, partition } = batch;
  const place = `${topic}/${partition}`;
  const stored = next.get(place) ?? BigInt((await resumeAt(topic, partition)) ?? 0);
  // A topic that is shorter than what was read of it was made anew: its first message is news again.
  const from = stored > BigInt(batch.highWatermark) ? 0n : stored;
  next.set(place, from);
  const end = BigInt(batch.lastOffset()) + 1n;
  if (end <= from) {
    consumer.seek({ topic, partition, offset: String(from) });
    return;
  }
  await onBatch(batchFrom(batch, from, end));
  next.set(place, end);
  resolveOffset(batch.lastOffset());
};

const batchFrom = (batch: KafkaBatch, from: bigint, end: bigint): Batch => {
  const { topic, partition, messages } = batch;
  const isWhole = BigInt(batch.firstOffset() ?? from) >= from;
  const fresh = isWhole ? messages : messages.filter(({ offset }) => BigInt(offset) >= from);
  return { topic, partition, messages: fresh.map(fromKafka), nextOffset: String(end) };
};

const whileBeating = async ({ heartbeat }: EachBatchPayload, work: () => Promise<void>): Promise<void> => {
  const beating = setInterval(() => void heartbeat().catch(() => undefined), BEAT_MS);
  try {
    await work();
  } finally {
    clearInterval(beating);
  }
};

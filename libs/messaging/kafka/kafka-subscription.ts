import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch as KafkaBatch, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Batch, SubscribeOptions, Subscription } from '../transport.js';
import { fromKafka } from './cloud-event.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Beats go on while a batch is in hand, so that a member is given up when it is gone, and not when it is busy. */
const BEAT_MS = 3_000;
const SESSION_MS = 15_000;
const REJOIN_MS = 2_000;

interface Member {
  /** Resolves when kafkajs has given it up. */
  readonly deaf: Promise<void>;
  leave(): Promise<void>;
}

/** Is a member of a group until it is stopped. Kafkajs comes back by itself only from what it takes for passing. */
export const subscribeToKafka = async (kafka: Kafka, options: SubscribeOptions): Promise<Subscription> => {
  const stopping = new AbortController();
  const stopped = once(stopping.signal, 'abort');
  const stay = async (first: Member): Promise<void> => {
    let member: Member | undefined = first;
    while (member !== undefined) {
      await Promise.race([stopped, member.deaf]);
      await member.leave().catch(options.onError);
      member = await joinAnew(kafka, options, stopping.signal);
    }
  };
  const staying = stay(await join(kafka, options));
  return {
    stop: () => {
      stopping.abort();
      return staying;
    },
  };
};

/** Resolves to undefined once it is stopped. */
const joinAnew = async (
  kafka: Kafka,
  options: SubscribeOptions,
  signal: AbortSignal,
): Promise<Member | undefined> => {
  while (await sleep(REJOIN_MS, true, { signal }).catch(() => false)) {
    try {
      return await join(kafka, options);
    } catch (error) {
      options.onError(error);
    }
  }
  return undefined;
};

/**
 * Reads as a member of a group. Where to go on is what the consumer's own database says, not Kafka: it moved in one step
 * with the effect. Kafka always begins at the first offset, so each partition's first batch is held until that is known.
 */
const join = async (kafka: Kafka, options: SubscribeOptions): Promise<Member> => {
  const consumer = kafka.consumer({
    groupId: options.group,
    maxWaitTimeInMs: 100,
    maxBytesPerPartition: 2 * 1024 * 1024,
    sessionTimeout: SESSION_MS,
  });
  const next = new Map<string, bigint>();
  consumer.on(consumer.events.GROUP_JOIN, () => next.clear());
  const deaf = new Promise<void>((resolve) => {
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      options.onError(error);
      if (!restart) resolve();
    });
  });
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
  return { deaf, leave: () => consumer.disconnect() };
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

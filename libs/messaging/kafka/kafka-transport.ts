import { Kafka, logLevel, Partitioners, type Admin, type logCreator } from 'kafkajs';
import type { Message } from '#libs/contracts';
import type { Producer, SubscribeOptions, Subscription, Transport } from '../transport.js';
import { fromKafka, toKafka } from './cloud-event.js';

const PARTITIONS = 8;
const RETENTION_WITHOUT_END = { name: 'retention.ms', value: '-1' };

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log?: logCreator;
}

/** Messages through Apache Kafka: one topic per service, kept without end. */
export class KafkaTransport implements Transport {
  readonly name = 'kafka';
  private readonly kafka: Kafka;

  constructor({ brokers, clientId, log }: KafkaSettings) {
    this.kafka = new Kafka({
      clientId,
      brokers: [...brokers],
      logLevel: logLevel.ERROR,
      logCreator: log ?? (() => () => undefined),
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    });
  }

  async ensureTopics(topics: readonly string[]): Promise<void> {
    await this.asAdmin(async (admin) => {
      const existing = new Set(await admin.listTopics());
      const missing = topics.filter((topic) => !existing.has(topic));
      if (missing.length === 0) return;
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((topic) => ({
          topic,
          numPartitions: PARTITIONS,
          configEntries: [RETENTION_WITHOUT_END],
        })),
      });
    });
  }

  async producer(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return {
      send: async (topic: string, messages: readonly Message[]) => {
        if (messages.length > 0) await producer.send({ topic, acks: -1, messages: messages.map(toKafka) });
      },
      close: () => producer.disconnect(),
    };
  }

  /** Where to go on is what the consumer's own database says, not Kafka: it moved in one step with the effect. */
  async subscribe(options: SubscribeOptions): Promise<Subscription> {
    await this.ensureTopics(options.topics);
    const consumer = this.kafka.consumer({
      groupId: options.group,
      maxWaitTimeInMs: 100,
      maxBytesPerPartition: 2 * 1024 * 1024,
      sessionTimeout: 30_000,
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      void resumeAll(payload.memberAssignment, options, (topic, partition, offset) =>
        consumer.seek({ topic, partition, offset }),
      ).catch(options.onError);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: async ({ batch, resolveOffset, heartbeat, isStale }) => {
        if (isStale()) return;
        const nextOffset = String(BigInt(batch.lastOffset()) + 1n);
        await options
          .onBatch({
            topic: batch.topic,
            partition: batch.partition,
            messages: batch.messages.map(fromKafka),
            nextOffset,
          })
          .catch((error: unknown) => {
            options.onError(error);
            throw error;
          });
        resolveOffset(batch.lastOffset());
        await heartbeat();
      },
    });
    return { stop: () => consumer.disconnect() };
  }

  async close(): Promise<void> {
    // Producers and consumers are closed by those who opened them; nothing else stays connected.
  }

  private async asAdmin(work: (admin: Admin) => Promise<void>): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      await work(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

const resumeAll = async (
  assignment: Record<string, number[]>,
  { resumeAt }: SubscribeOptions,
  seek: (topic: string, partition: number, offset: string) => void,
): Promise<void> => {
  for (const [topic, partitions] of Object.entries(assignment)) {
    for (const partition of partitions) seek(topic, partition, (await resumeAt(topic, partition)) ?? '0');
  }
};

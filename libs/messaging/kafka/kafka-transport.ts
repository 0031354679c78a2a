import { Kafka, logLevel, Partitioners, type Admin, type logCreator } from 'kafkajs';
import type { Message } from '#libs/contracts';
import type { PartitionEnd, Producer, SubscribeOptions, Subscription, Transport } from '../transport.js';
import { inChunks } from './in-chunks.js';
import { subscribeToKafka } from './kafka-subscription.js';

const PARTITIONS = 8;
const RETENTION_WITHOUT_END = { name: 'retention.ms', value: '-1' };
/** Where Kafka keeps to its own default, 1 MiB, one larger message would hold up all that come after it for ever. */
const LARGEST_MESSAGE = { name: 'max.message.bytes', value: String(8 * 1024 * 1024) };

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log?: logCreator;
  /** What brokers are believed by, and know us by; without it they are spoken to in plain. */
  readonly tls?: { readonly ca: string; readonly cert: string; readonly key: string };
}

/** Messages through Apache Kafka: one topic per service, kept without end. */
export class KafkaTransport implements Transport {
  readonly name = 'kafka';
  private readonly kafka: Kafka;

  constructor({ brokers, clientId, log, tls }: KafkaSettings) {
    this.kafka = new Kafka({
      clientId,
      brokers: [...brokers],
      ssl: tls,
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
          configEntries: [RETENTION_WITHOUT_END, LARGEST_MESSAGE],
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
        // One after the other: a chunk that overtook another would break the order within a key.
        for (const chunk of inChunks(messages)) await producer.send({ topic, acks: -1, messages: chunk });
      },
      close: () => producer.disconnect(),
    };
  }

  async ends(topics: readonly string[]): Promise<PartitionEnd[]> {
    return this.asAdmin(async (admin) => {
      const ends = topics.map(async (topic) =>
        (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => ({
          ...{ topic, partition, nextOffset: Number(high) },
        })),
      );
      return (await Promise.all(ends)).flat();
    });
  }

  async subscribe(options: SubscribeOptions): Promise<Subscription> {
    await this.ensureTopics(options.topics);
    return subscribeToKafka(this.kafka, options);
  }

  async close(): Promise<void> {
    // Producers and consumers are closed by those who opened them; nothing else stays connected.
  }

  private async asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

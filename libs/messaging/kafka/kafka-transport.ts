import { Kafka, logLevel, Partitioners, type Admin, type logCreator } from 'kafkajs';
import type { Message } from '#libs/contracts';
import type { Producer, SubscribeOptions, Subscription, Transport } from '../transport.js';
import { toKafka } from './cloud-event.js';
import { subscribeToKafka } from './kafka-subscription.js';

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

  async subscribe(options: SubscribeOptions): Promise<Subscription> {
    await this.ensureTopics(options.topics);
    return subscribeToKafka(this.kafka, options);
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

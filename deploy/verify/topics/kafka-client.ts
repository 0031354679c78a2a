import { Kafka, logLevel, type Admin } from 'kafkajs';
import { clientOptions, readTls } from '#libs/http';

/** Over TLS where `LIREN_TLS_CA` says so, as services do. */
export const kafkaClient = (brokers: readonly string[]): Kafka =>
  new Kafka({
    clientId: 'liren-verify',
    brokers: [...brokers],
    ssl: clientOptions(readTls(process.env)),
    logLevel: logLevel.ERROR,
    logCreator: () => () => undefined,
  });

export const withAdmin = async <T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};

/** Offset after the last message, by `topic/partition`, of those topics that are there. */
export const kafkaEnds = (kafka: Kafka, topics: readonly string[]): Promise<Map<string, number>> =>
  withAdmin(kafka, async (admin) => {
    const there = new Set(await admin.listTopics());
    const ends = new Map<string, number>();
    for (const topic of topics.filter((one) => there.has(one))) {
      for (const { partition, high } of await admin.fetchTopicOffsets(topic))
        ends.set(`${topic}/${partition}`, Number(high));
    }
    return ends;
  });

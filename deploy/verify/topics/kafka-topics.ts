import { randomUUID } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import { kafkaClient, kafkaEnds, withAdmin } from './kafka-client.js';
import type { ToldRecord } from './told-record.js';

const SILENCE_MS = 30_000;

/**
 * Reads topics from their first offset to where they end now, as any independent client would. Throws when nothing
 * comes for half a minute.
 */
export const readKafka = async (
  brokers: readonly string[],
  topics: readonly string[],
  onRecords: (topic: string, records: readonly ToldRecord[]) => Promise<void>,
): Promise<void> => {
  const kafka = kafkaClient(brokers);
  const ends = await kafkaEnds(kafka, topics);
  const left = new Map([...ends].filter(([, end]) => end > 0));
  if (left.size === 0) return;
  const groupId = `liren.verify.${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
  const finished = untilFinished();
  await consumer.connect();
  try {
    await consumer.subscribe({
      topics: [...new Set([...left.keys()].map(topicOfPlace))],
      fromBeginning: true,
    });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch: { topic, partition, messages } }) => {
        const place = `${topic}/${partition}`;
        const end = left.get(place);
        if (end === undefined) return;
        const known = messages.filter(({ offset }) => Number(offset) < end);
        await onRecords(
          topic,
          known.map((message) => recordOf(partition, message)),
        );
        if (Number(messages.at(-1)!.offset) >= end - 1) left.delete(place);
        finished.progress(left.size === 0);
      },
    });
    await finished.promise;
  } finally {
    await consumer.disconnect();
    await withAdmin(kafka, (admin) => admin.deleteGroups([groupId])).catch(() => undefined); // it held nothing
  }
};

const topicOfPlace = (place: string): string => place.slice(0, place.lastIndexOf('/'));

const recordOf = (partition: number, { offset, key, headers = {} }: KafkaMessage): ToldRecord => {
  const header = (name: string): string => headers[name]?.toString() ?? '';
  return {
    ...{ partition, offset: Number(offset), key: key?.toString() ?? '' },
    ...{ id: header('ce_id'), type: header('ce_type'), source: header('ce_source') },
    position: Number(header('position')),
  };
};

const untilFinished = () => {
  const { promise, resolve, reject } = withResolvers();
  const silent = (): void => reject(new Error('Kafka has stopped sending its topics.'));
  let timer = setTimeout(silent, SILENCE_MS);
  const progress = (done: boolean): void => {
    clearTimeout(timer);
    if (done) resolve();
    else timer = setTimeout(silent, SILENCE_MS);
  };
  return { promise, progress };
};

const withResolvers = () => {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((onDone, onError) => ([resolve, reject] = [onDone, onError]));
  return { promise, resolve, reject };
};

import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { findKafka } from '../kafka/kafka-process.js';

/** Where the topics in Kafka can be read, if there are any. */
export interface KafkaReach {
  readonly brokers: readonly string[];
  /** Why topics that may be in Kafka cannot be read. */
  readonly absent?: string;
}

/** Kafka as KAFKA_BROKERS says, else the one that runs on the data folder. */
export const reachKafka = (brokers: string | undefined, dataFolder: string | undefined): KafkaReach => {
  const given = (brokers ?? '').split(',').filter((broker) => broker !== '');
  if (given.length > 0) return { brokers: given };
  if (dataFolder === undefined) return { brokers: [] };
  const folder = join(dataFolder, 'kafka');
  if (!existsSync(folder)) return { brokers: [] };
  const kafka = findKafka(realpathSync(folder));
  if (kafka === undefined)
    return { brokers: [], absent: 'Kafka was not running, so its topics were not read' };
  return { brokers: [`127.0.0.1:${kafka.port}`] };
};

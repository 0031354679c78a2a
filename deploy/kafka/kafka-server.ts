import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../start-failure.js';
import { findJava } from './java.js';
import { kafkaAnswers } from './kafka-answers.js';
import { fetchKafkaJars } from './kafka-jars.js';
import { findKafka, isRunning, launchKafka, stopKafka, type KafkaProcess } from './kafka-process.js';
import { prepareStorage } from './kafka-storage.js';
import { comesFree } from './ports.js';

const START_MS = 120_000; // 2 s to 6 s as a rule; a large log that was not closed is read through first
const REUSE_MS = 20_000; // it may itself be starting still
const PORT_MS = 5_000;

/** A one-node Apache Kafka on 127.0.0.1, running beside this process. */
export interface KafkaServer {
  readonly brokers: string[];
  readonly pid: number;
  /** Ends the server and waits for it (up to 40 s). Does nothing to one that was started to be kept. */
  stop(): Promise<void>;
}

export interface KafkaOptions {
  /** Data, settings, `kafka.log` and `kafka.pid`; made where it is missing. */
  readonly folder: string;
  readonly port: number;
  /** Kafka's jars; fetched by Maven, once for the project, where not given. */
  readonly jarsFolder?: string;
  /** Of `server.properties`, beside and before our own. */
  readonly properties?: Readonly<Record<string, string>>;
  /** The server outlives whoever starts it, until `stopKafka`. */
  readonly keep?: boolean;
}

/**
 * Starts Kafka on the data in `folder`, or goes on with the one that already runs on it and answers on `port`: one that
 * was started to be kept, or left behind by a process that was killed. On another port, it is stopped first.
 * Throws StartFailure where Java, Maven or the port are not to be had, or Kafka does not come up.
 */
export const startKafka = async ({
  folder,
  port,
  jarsFolder,
  properties = {},
  keep = false,
}: KafkaOptions): Promise<KafkaServer> => {
  mkdirSync(folder, { recursive: true });
  const home = realpathSync(folder);
  const ending = existsSync(join(home, 'kafka.pid')); // a killed process is off the list before its port is free
  const running = findKafka(home);
  if (running?.port === port && (await answers(running, REUSE_MS))) return serverOf(running);
  if (running) await stopKafka(running);
  if (!(await comesFree(port, ending ? PORT_MS : 0)))
    throw new StartFailure(`Port ${port} is taken by another program: set KAFKA_PORT to a free one.`);
  const java = await findJava();
  const jars = jarsFolder ?? (await fetchKafkaJars());
  await prepareStorage(java, jars, home, { port, properties });
  const kafka = launchKafka(java, jars, home, keep || running?.kept === true);
  if (!(await answers(kafka, START_MS))) await giveUp(kafka);
  return serverOf(kafka);
};

const answers = (kafka: KafkaProcess, waitMs: number): Promise<boolean> =>
  kafkaAnswers(kafka.port, () => isRunning(kafka), waitMs);

const giveUp = async (kafka: KafkaProcess): Promise<never> => {
  const ended = !isRunning(kafka);
  await stopKafka(kafka);
  const what = ended ? 'ended while starting' : `does not answer after ${START_MS / 1000} s`;
  throw new StartFailure(`Kafka ${what}: ${join(kafka.folder, 'kafka.log')} says why.`);
};

const serverOf = (kafka: KafkaProcess): KafkaServer => ({
  brokers: [`127.0.0.1:${kafka.port}`],
  pid: kafka.pid,
  stop: async () => (kafka.kept ? undefined : stopKafka(kafka)),
});

import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../start-failure.js';
import { findKafka, stopKafka, type KafkaProcess } from './kafka-process.js';
import { startKafka } from './kafka-server.js';

const folder = join(process.env.LIREN_DATA || '.liren', 'kafka');

const runningKafka = (): KafkaProcess | undefined =>
  existsSync(folder) ? findKafka(realpathSync(folder)) : undefined;

const chosenPort = (): number => {
  const said = process.env.KAFKA_PORT || '9092';
  const port = /^\d+$/.test(said) ? Number(said) : 0;
  if (port < 1 || port > 65_535)
    throw new StartFailure(`KAFKA_PORT is ${said}: give a number from 1 to 65535.`);
  return port;
};

const start = async (): Promise<string> => {
  const port = chosenPort();
  const before = runningKafka();
  if (before && before.port !== port)
    throw new StartFailure(`Kafka is already running on 127.0.0.1:${before.port}: stop it first.`);
  const { pid } = await startKafka({ folder, port, keep: true });
  return `Kafka is ${pid === before?.pid ? 'already running' : 'ready'} on 127.0.0.1:${port}`;
};

const stop = async (): Promise<string> => {
  const kafka = runningKafka();
  if (!kafka) return 'Kafka is not running.';
  await stopKafka(kafka);
  return 'Kafka is stopped.';
};

const status = async (): Promise<string> => {
  const kafka = runningKafka();
  return kafka
    ? `Kafka is running on 127.0.0.1:${kafka.port} (process ${kafka.pid})`
    : 'Kafka is not running.';
};

const usage = async (): Promise<never> => {
  throw new StartFailure('Usage: npm run kafka -- start|stop|status');
};

const commands: Partial<Record<string, () => Promise<string>>> = { start, stop, status };
const [word = '', ...rest] = process.argv.slice(2);
const command = (rest.length === 0 && commands[word]) || usage;

try {
  console.log(await command());
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n', 1)[0] : error);
  process.exitCode = 1;
}

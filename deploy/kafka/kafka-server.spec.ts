import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka } from 'kafkajs';
import { StartFailure } from '../start-failure.js';
import { findKafka, stopKafka } from './kafka-process.js';
import { startKafka, type KafkaServer } from './kafka-server.js';
import { freePort } from './ports.js';

const TOPIC = 'liren.spec.v1';
const FETCH_AND_START_MS = 180_000; // the first run on a machine fetches Kafka's jars

const clientOf = ({ brokers }: KafkaServer): Kafka =>
  new Kafka({ brokers, logCreator: () => () => undefined });

const produce = async (server: KafkaServer, value: string): Promise<void> => {
  const producer = clientOf(server).producer({ idempotent: true });
  await producer.connect();
  await producer.send({ topic: TOPIC, acks: -1, messages: [{ key: 'client-1', value }] });
  await producer.disconnect();
};

const readFromTheFirst = async (server: KafkaServer, count: number): Promise<string[]> => {
  const consumer = clientOf(server).consumer({
    groupId: `reader-${performance.now()}`,
    maxWaitTimeInMs: 100,
  });
  const values: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachMessage = async ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
      if (values.push(String(message.value)) === count) resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return values;
};

describe('a Kafka server of our own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-kafka-'));
  let port: number;
  let server: KafkaServer;

  beforeAll(async () => {
    port = await freePort(21_000);
    server = await startKafka({ folder, port });
    const admin = clientOf(server).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }] });
    await admin.disconnect();
  }, FETCH_AND_START_MS);

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes a message and gives it back', async () => {
    await produce(server, 'first');
    expect(await readFromTheFirst(server, 1)).toEqual(['first']);
  });

  it('is the same server to who starts it again on its data', async () => {
    const again = await startKafka({ folder, port });
    expect(again).toMatchObject({ pid: server.pid, brokers: [`127.0.0.1:${port}`] });
  });

  it('still has the message after it was stopped', async () => {
    await server.stop();
    server = await startKafka({ folder, port });
    expect(await readFromTheFirst(server, 1)).toEqual(['first']);
  });

  it('still has every answered message after it was killed', async () => {
    await produce(server, 'second');
    process.kill(server.pid, 'SIGKILL');
    server = await startKafka({ folder, port });
    expect(await readFromTheFirst(server, 2)).toEqual(['first', 'second']);
  });

  it('moves to another port when asked, with its messages', async () => {
    const before = server.pid;
    server = await startKafka({ folder, port: await freePort(port + 10) });
    expect(server.pid).not.toBe(before);
    expect(await readFromTheFirst(server, 2)).toEqual(['first', 'second']);
  });

  it('refuses a port that another program listens on', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = (other.address() as AddressInfo).port;
    const start = startKafka({ folder: join(folder, 'other'), port: taken });
    await expect(start).rejects.toThrow(
      new StartFailure(`Port ${taken} is taken by another program: set KAFKA_PORT to a free one.`),
    );
    other.close();
  });
});

describe('a Kafka server that is started to be kept', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'liren-kafka-')));

  afterAll(async () => {
    const left = findKafka(folder);
    if (left) await stopKafka(left);
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends by stopKafka alone', async () => {
    const port = await freePort(23_000);
    await startKafka({ folder, port, keep: true });
    const user = await startKafka({ folder, port });
    await user.stop();
    const running = findKafka(folder);
    expect(running).toMatchObject({ pid: user.pid, port, kept: true });
    await stopKafka(running!);
    expect(findKafka(folder)).toBeUndefined();
  });

  it('names its log when it cannot start', async () => {
    writeFileSync(join(folder, 'data', 'meta.properties'), 'version=1\nnode.id=2\n');
    const start = startKafka({ folder, port: await freePort(23_000), keep: true });
    await expect(start).rejects.toThrow(`Kafka ended while starting: ${join(folder, 'kafka.log')} says why.`);
  });
});

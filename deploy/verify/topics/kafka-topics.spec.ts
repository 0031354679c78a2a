import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KafkaTransport } from '#libs/messaging';
import { messages } from '../../../libs/messaging/testing/message.builders.js';
import { startKafka, type KafkaServer } from '../../kafka/kafka-server.js';
import { freePort } from '../../kafka/ports.js';
import { readKafka } from './kafka-topics.js';
import type { ToldRecord } from './told-record.js';

const FETCH_AND_START_MS = 180_000; // the first run on a machine fetches Kafka's jars
const TOPIC = 'liren.visits.v1';

describe('the topics of a real Kafka', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-verify-kafka-'));
  let server: KafkaServer;

  beforeAll(async () => {
    server = await startKafka({ folder, port: await freePort(21_000 + (process.pid % 9_000)) });
  }, FETCH_AND_START_MS);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = async (): Promise<ToldRecord[]> => {
    const records: ToldRecord[] = [];
    await readKafka(server.brokers, [TOPIC, 'liren.stores.v1'], async (_topic, some) => {
      records.push(...some);
    });
    return records;
  };

  it('are read from the first message to the last, each where it lies; a topic that is not there is empty', async () => {
    expect(await read()).toEqual([]);
    const transport = new KafkaTransport({ brokers: server.brokers, clientId: 'spec' });
    await transport.ensureTopics([TOPIC]);
    const producer = await transport.producer();
    const sent = messages(300, 20);
    await producer.send(TOPIC, sent);
    await producer.close();
    await transport.close();
    const records = await read();
    const told = records.map(({ id, type, source, key, position }) => ({ id, type, source, key, position }));
    const expected = sent.map(({ id, type, source, key, position }) => ({ id, type, source, key, position }));
    expect(told.sort((one, other) => one.position - other.position)).toEqual(expected);
    expect(new Set(records.map(({ partition, offset }) => `${partition}/${offset}`)).size).toBe(300);
  });
});

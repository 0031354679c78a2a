import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';
import { uuidv7 } from '#libs/event-store';
import { KafkaTransport } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { startKafka, type KafkaServer } from '../../deploy/kafka/kafka-server.js';
import { freePort } from '../../deploy/kafka/ports.js';
import { group } from '../../libs/messaging/testing/group.js';
import { messages } from '../../libs/messaging/testing/message.builders.js';
import { transportContract } from '../../libs/messaging/testing/transport-contract.js';

const FETCH_AND_START_MS = 180_000; // the first run on a machine fetches Kafka's jars
const AWAY_MS = Number(process.env['LIREN_KAFKA_AWAY_MS'] ?? 1_000);

describe('with a real Kafka', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-kafka-'));
  let port: number;
  let server: KafkaServer;
  beforeAll(async () => {
    port = await freePort(22_000 + (process.pid % 9_000));
    server = await startKafka({ folder, port });
  }, FETCH_AND_START_MS);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const connect = async (): Promise<KafkaTransport> =>
    new KafkaTransport({ brokers: server.brokers, clientId: 'spec' });

  transportContract('Kafka', connect);

  it('goes on by itself when Kafka was away', async () => {
    const transport = await connect();
    const topic = `liren.spec-${uuidv7()}.v1`;
    const readers = group(`group-${uuidv7()}`, [topic]);
    const member = await readers.join(transport);
    const sent = messages(20, 5);
    const send = async (from: number): Promise<void> => {
      const producer = await transport.producer();
      await producer.send(topic, sent.slice(from, from + 10));
      await producer.close();
    };
    await send(0);
    await eventually(() => expect(readers.taken).toHaveLength(10));
    await server.stop();
    await sleep(AWAY_MS);
    server = await startKafka({ folder, port });
    await send(10);
    await eventually(() => expect(readers.taken).toHaveLength(20));
    await member.stop();
    expect(readers.faults).toEqual([]);
  }, 240_000);

  it('takes a message of megabytes on topics it made, where Kafka itself is left as it comes', async () => {
    const admin = new Kafka({ brokers: server.brokers, logLevel: logLevel.NOTHING }).admin();
    const configEntries = [{ name: 'message.max.bytes', value: String(1024 * 1024 + 12) }];
    const broker = { type: ConfigResourceTypes.BROKER, name: '1', configEntries };
    await admin.connect();
    await admin.alterConfigs({ validateOnly: false, resources: [broker] });
    await admin.disconnect();
    const transport = await connect();
    const topic = `liren.spec-${uuidv7()}.v1`;
    await eventually(() => transport.ensureTopics([topic])); // a broker may hear of it a moment late
    const producer = await transport.producer();
    await producer.send(topic, messages(2, 1, { data: { text: 'x'.repeat(3_000_000) } }));
    await producer.close();
  });
});

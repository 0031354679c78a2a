import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KafkaTransport } from '#libs/messaging';
import { startKafka, type KafkaServer } from '../../deploy/kafka/kafka-server.js';
import { freePort } from '../../deploy/kafka/ports.js';
import { transportContract } from '../../libs/messaging/testing/transport-contract.js';

const FETCH_AND_START_MS = 180_000; // the first run on a machine fetches Kafka's jars

describe('with a real Kafka', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-kafka-'));
  let server: KafkaServer;
  beforeAll(async () => {
    server = await startKafka({ folder, port: await freePort(22_000) });
  }, FETCH_AND_START_MS);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  transportContract('Kafka', async () => new KafkaTransport({ brokers: server.brokers, clientId: 'spec' }));
});

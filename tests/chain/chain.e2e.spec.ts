import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl } from '#libs/testing';
import { startKafka, type KafkaServer } from '../../deploy/kafka/kafka-server.js';
import { freePort } from '../../deploy/kafka/ports.js';
import { startChain, type Chain } from './chain-process.js';

describe('a chain whose services are processes of their own, on Kafka', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-chain-'));
  const firstPort = 28_000 + (process.pid % 90) * 20;
  let kafka: KafkaServer;
  let chain: Chain;
  beforeAll(async () => {
    kafka = await startKafka({ folder: join(folder, 'kafka'), port: await freePort(firstPort) });
    const env = { DATABASE_URL: freshBaseUrl(), KAFKA_BROKERS: kafka.brokers.join(','), LIREN_DATA: folder };
    chain = await startChain(env, firstPort + 10);
  }, 240_000);
  afterAll(async () => {
    await chain.stop();
    await kafka.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const post = async (path: string, body: object) => {
    const answer = await chain.fetch(`/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([path, answer.status]).toEqual([path, 201]);
    return (await answer.json()) as Record<string, string>;
  };
  const figures = async () => {
    const answer = await chain.fetch('/v1/reports/store-comparison');
    return ((await answer.json()) as { totals: Record<string, number> }).totals;
  };
  const visit = (clientId: string) =>
    post('visits', { storeId: 'sh-01', clientId, lines: [{ itemId: 'facial-60', paidMinor: 10_000 }] });

  it('reports what a visit led to, also when a service was killed in between', async () => {
    await post('stores', {
      ...{ storeId: 'sh-01', name: 'Jing’an', timeZone: 'Asia/Shanghai', currency: 'CNY' },
    });
    const { clientId } = await post('clients', { storeId: 'sh-01', phone: '13800138000' });
    await visit(clientId!);
    await eventually(
      async () => expect(await figures()).toMatchObject({ visits: 1, pointsIssued: 100 }),
      30_000,
    );
    await chain.kill('membership');
    await visit(clientId!);
    await eventually(
      async () => expect(await figures()).toMatchObject({ visits: 2, pointsIssued: 100 }),
      30_000,
    );
    chain.begin('membership');
    await eventually(
      async () => expect(await figures()).toMatchObject({ visits: 2, pointsIssued: 200 }),
      60_000,
    );
  }, 150_000);
});

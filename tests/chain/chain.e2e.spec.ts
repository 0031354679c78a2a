import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KafkaTransport } from '#libs/messaging';
import { clientOptions } from '#libs/http';
import { openDatabase } from '#libs/service';
import { eventually } from '#libs/testing';
import { startKafka, type KafkaServer } from '../../deploy/kafka/kafka-server.js';
import { freePort } from '../../deploy/kafka/ports.js';
import { anAuthority, type Certified } from '../../libs/testing/certificates.js';
import { startChain, type Chain } from './chain-process.js';
import { kafkaOverTls, startPostgresOverTls, type PostgresOverTls } from '../tls/over-tls.js';

describe('a chain whose services are processes of their own, on Kafka, all of it over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-chain-'));
  const firstPort = 28_000 + (process.pid % 90) * 20;
  let tls: Certified;
  let strangers: Certified;
  let postgres: PostgresOverTls | undefined;
  let kafka: KafkaServer | undefined;
  let brokers: string[];
  let chain: Chain | undefined;
  beforeAll(async () => {
    chmodSync(folder, 0o755); // as root, the database runs as another user, who must get in
    tls = await (await anAuthority(join(folder, 'tls'))).certify('chain');
    strangers = await (await anAuthority(join(folder, 'strangers'))).certify('chain');
    postgres = await startPostgresOverTls(join(folder, 'postgres'), tls);
    const port = await freePort(firstPort);
    const tlsPort = await freePort(port + 1);
    const ports = [port, tlsPort, await freePort(tlsPort + 1)];
    brokers = [`localhost:${tlsPort}`];
    const properties = kafkaOverTls(folder, { ports, tls });
    kafka = await startKafka({ folder: join(folder, 'kafka'), port, properties });
    const env = {
      ...{ DATABASE_URL: postgres.url, KAFKA_BROKERS: brokers.join(','), LIREN_DATA: folder },
    };
    chain = await startChain({ env, firstPort: firstPort + 10, tls, keys: join(folder, 'keys') });
  }, 360_000);
  afterAll(async () => {
    await chain?.stop();
    await kafka?.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async (path: string, body: object) => {
    const answer = await chain!.fetch(`/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([path, answer.status]).toEqual([path, 201]);
    return (await answer.json()) as Record<string, string>;
  };
  const figures = async () => {
    const answer = await chain!.fetch('/v1/reports/store-comparison');
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
    await eventually(async () => expect(await figures()).toMatchObject({ visits: 1, pointsIssued: 100 }));
    await chain!.kill('membership');
    await visit(clientId!);
    await eventually(async () => expect(await figures()).toMatchObject({ visits: 2, pointsIssued: 100 }));
    chain!.begin('membership');
    await eventually(async () => expect(await figures()).toMatchObject({ visits: 2, pointsIssued: 200 }));
  }, 150_000);

  it('has not one connection to PostgreSQL without TLS, which takes none', async () => {
    const kinds = await postgres!.connections();
    expect(kinds.map(({ version }) => version)).toEqual(['TLSv1.3']);
    expect(kinds[0]!.connections).toBeGreaterThan(9);
    const plain = new URL(postgres!.url);
    plain.search = '';
    await expect(openDatabase(plain.href, 'visits', { migrations: [] })).rejects.toThrow('no encryption');
  });

  it('trusts no PostgreSQL and no Kafka whose certificate is of another authority', async () => {
    const deceived = new URL(postgres!.url);
    deceived.searchParams.set('sslrootcert', strangers.caFile);
    await expect(openDatabase(deceived.href, 'visits', { migrations: [] })).rejects.toThrow(/certificate/);
    const topics = (as: Certified) =>
      new KafkaTransport({ brokers, clientId: 'test', tls: clientOptions(as) }).ensureTopics(['liren.test']);
    await topics(tls);
    await expect(topics({ ...tls, caFile: strangers.caFile })).rejects.toThrow(/certificate/);
  });

  it('is known to Kafka by its certificate', async () => {
    const as = { ...strangers, caFile: tls.caFile };
    const transport = new KafkaTransport({ brokers, clientId: 'test', tls: clientOptions(as) });
    await expect(transport.ensureTopics(['liren.test'])).rejects.toThrow();
  });
});

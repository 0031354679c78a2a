import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl } from '#libs/testing';
import { startKafka, type KafkaServer } from '../../deploy/kafka/kafka-server.js';
import { freePort } from '../../deploy/kafka/ports.js';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const FETCH_AND_START_MS = 180_000; // the first run on a machine fetches Kafka's jars
const CATCH_UP_MS = 60_000;

const post = async (platform: PlatformProcess, path: string, body: object): Promise<unknown> => {
  const answer = await platform.fetch(`/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

const openStore = (platform: PlatformProcess): Promise<unknown> =>
  post(platform, 'stores', {
    ...{ storeId: 'sh-01', name: 'Jing’an', timeZone: 'Asia/Shanghai', currency: 'CNY' },
    ...{ region: 'east', legalEntity: 'Liren 丽人', grade: 'A' },
  });

/** A store that has just been opened is not known everywhere at once. */
const takeVisits = async (platform: PlatformProcess, count: number): Promise<void> => {
  const visit = () =>
    post(platform, 'visits', { storeId: 'sh-01', lines: [{ itemId: 'facial-60', paidMinor: 10_000 }] });
  await eventually(visit);
  await Promise.all(Array.from({ length: count - 1 }, visit));
};

const reported = async (platform: PlatformProcess): Promise<number> => {
  const answer = await platform.fetch('/v1/reports/store-comparison');
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { totals: { visits: number } }).totals.visits;
};

const catchesUp = (platform: PlatformProcess, visits: number): Promise<void> =>
  eventually(async () => expect(await reported(platform)).toBe(visits), CATCH_UP_MS);

describe('visits are taken', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-outages-'));
  const DATABASE_URL = freshBaseUrl();
  const platforms: PlatformProcess[] = [];
  const start = async (env: Record<string, string> = {}, ...args: string[]): Promise<PlatformProcess> => {
    const platform = await startPlatformProcess({ env: { DATABASE_URL, LIREN_DATA: folder, ...env }, args });
    platforms.push(platform);
    return platform;
  };
  afterEach(() => Promise.all(platforms.splice(0).map((platform) => platform.stop())));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('while reporting is stopped, and are in the report when it is back', async () => {
    const without = await start({}, '--without', 'reporting');
    await openStore(without);
    await takeVisits(without, 20);
    const refused = await without.fetch('/v1/reports/store-comparison');
    expect([refused.status, await refused.json()]).toMatchObject([503, { code: 'service-away' }]);
    expect(await without.stop()).toBe(0);
    await catchesUp(await start(), 20);
  }, 180_000);

  describe('while Kafka is stopped', () => {
    const kafkaFolder = join(folder, 'kafka');
    const databaseUrl = freshBaseUrl();
    let port: number;
    let kafka: KafkaServer;
    beforeAll(async () => {
      port = await freePort(31_000 + (process.pid % 900));
      kafka = await startKafka({ folder: kafkaFolder, port });
    }, FETCH_AND_START_MS);
    afterAll(() => kafka.stop());

    it('and are in the report when it is back, also when the platform dies and starts in between', async () => {
      const env = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafka.brokers.join(',') };
      const platform = await start(env);
      await openStore(platform);
      await takeVisits(platform, 5);
      await catchesUp(platform, 5);
      await kafka.stop();
      await takeVisits(platform, 5);
      expect(await reported(platform)).toBe(5);
      kafka = await startKafka({ folder: kafkaFolder, port });
      await catchesUp(platform, 10);
      await kafka.stop();
      await takeVisits(platform, 5);
      await platform.kill();
      const again = await start(env);
      await takeVisits(again, 5);
      kafka = await startKafka({ folder: kafkaFolder, port });
      await catchesUp(again, 20);
    }, 360_000);
  });
});

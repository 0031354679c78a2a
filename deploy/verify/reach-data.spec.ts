import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFailure } from '../start-failure.js';
import { readOptions } from './options.js';
import { reachData } from './reach-data.js';

describe('getting at the data', () => {
  let folder: string;
  const postgres = (): string => join(folder, 'postgres');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'liren-reach-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const cluster = (): void => {
    mkdirSync(join(postgres(), 'data'), { recursive: true });
    writeFileSync(join(postgres(), 'data', 'PG_VERSION'), '18\n');
    writeFileSync(join(postgres(), 'secret'), 'sesame\n');
    writeFileSync(join(folder, 'liren.pid'), String(process.pid));
  };

  it('goes by what is said on the command line, else by the environment', () => {
    const env = { LIREN_DATA: '/there', DATABASE_URL: 'postgres://server', KAFKA_BROKERS: 'broker:9092' };
    expect(readOptions([], env)).toEqual({
      ...{ dataFolder: '/there', databaseUrl: 'postgres://server', kafkaBrokers: 'broker:9092' },
    });
    expect(readOptions(['--data', '/here'], env)).toMatchObject({
      ...{ dataFolder: '/here', databaseUrl: undefined },
    });
    expect(() => readOptions(['--date', '/here'], {})).toThrow(StartFailure);
  });

  it('says that a folder has no data', async () => {
    await expect(reachData({ dataFolder: folder })).rejects.toThrow(`There is no data of Liren in ${folder}`);
  });

  it('uses the PostgreSQL of the platform that runs on the folder', async () => {
    cluster();
    writeFileSync(
      join(postgres(), 'data', 'postmaster.pid'),
      `1\n${postgres()}/data\n1700000000\n54321\n\n127.0.0.1\n`,
    );
    const { databaseUrl, where } = await reachData({ dataFolder: folder });
    expect(databaseUrl).toBe('postgres://liren:sesame@127.0.0.1:54321');
    expect(where).toContain(`process ${process.pid}`);
  });

  it('asks to try again when that PostgreSQL is only starting', async () => {
    cluster();
    await expect(reachData({ dataFolder: folder })).rejects.toThrow('is not running yet');
  });

  it('reads Kafka where KAFKA_BROKERS says, and says so when the folder’s own does not run', async () => {
    cluster();
    mkdirSync(join(folder, 'kafka'));
    writeFileSync(join(postgres(), 'data', 'postmaster.pid'), '1\n2\n3\n54321\n');
    const absent = await reachData({ dataFolder: folder });
    expect(absent.kafka).toEqual({ brokers: [], absent: expect.stringContaining('Kafka was not running') });
    const given = await reachData({ dataFolder: folder, kafkaBrokers: 'a:9092,b:9092' });
    expect(given.kafka).toEqual({ brokers: ['a:9092', 'b:9092'] });
  });
});

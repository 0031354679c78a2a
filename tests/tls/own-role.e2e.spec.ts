import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DATABASE, makeTables, readSettings, start, type Database, type StartedService } from '#libs/service';
import { connectorOf, fetchOver } from '#libs/http';
import { eventually, TEST_ADMIN_PASSWORD, TEST_SERVICE_SECRET, testAccess, tokenOf } from '#libs/testing';
import { anAuthority, type Authority, type Certified } from '../../libs/testing/certificates.js';
import { StoresModule } from '../../services/stores/src/stores.module.js';
import { startPostgresOverTls, type PostgresOverTls } from './over-tls.js';

describe('a service that has its own role, and no password of the owner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-role-'));
  let ours: Authority;
  let postgres: PostgresOverTls | undefined;
  let stores: StartedService | undefined;
  let tls: Certified;
  beforeAll(async () => {
    process.env['LIREN_ADMIN_PASSWORD'] ??= TEST_ADMIN_PASSWORD;
    chmodSync(folder, 0o755); // as root, the database runs as another user, who must get in
    ours = await anAuthority(join(folder, 'tls'));
    const lines = ['hostssl all liren all scram-sha-256', 'hostssl all all all cert'];
    postgres = await startPostgresOverTls(join(folder, 'postgres'), await ours.certify('postgres'), lines);
    tls = await ours.certify('liren_stores');
  });
  afterAll(async () => {
    await stores?.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const settingsOf = (databaseUrl: string, more: object = {}) => ({
    ...readSettings({
      ...{ DATABASE_URL: databaseUrl, KAFKA_BROKERS: '127.0.0.1:9' }, // the port that discards: Kafka is away
      ...{ LIREN_TLS_CERT: tls.certFile, LIREN_TLS_KEY: tls.keyFile, LIREN_TLS_CA: tls.caFile },
      ...{ STORES_URL: 'https://stores', LIREN_URL: 'https://gateway', LOG_LEVEL: 'silent' },
    }),
    ...{ serviceSecret: TEST_SERVICE_SECRET, accessSource: testAccess, ...more },
  });
  const asRole = (): string => {
    const url = new URL(postgres!.url);
    url.username = 'liren_stores';
    url.password = '';
    return url.href;
  };
  const asked = async (path: string, body?: object) => {
    const answer = await fetchOver(connectorOf(tls))(`${stores!.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${await tokenOf()}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it('does not start before its tables are made, and says who makes them', async () => {
    await expect(start(StoresModule, settingsOf(asRole()))).rejects.toThrow();
    await makeTables(StoresModule, settingsOf(postgres!.url));
    const owner = new pg.Client({ connectionString: postgres!.url.replace('/liren?', '/liren_stores?') });
    await owner.connect();
    await owner.query("update migrations set name = 'Older' where name like 'LoginIndexKey%'");
    await expect(start(StoresModule, settingsOf(asRole()))).rejects.toThrow('npm run tables -- stores');
    await owner.query("update migrations set name = 'LoginIndexKey1700000000220' where name = 'Older'");
    await owner.end();
  });

  it('serves, known to PostgreSQL by its certificate', async () => {
    stores = await start(StoresModule, settingsOf(asRole()));
    const store = { storeId: 'sh-01', name: 'Jing’an', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    expect(await asked('/v1/stores', store)).toMatchObject({ status: 201 });
    await eventually(async () => expect((await asked('/v1/stores')).body['items']).toHaveLength(1));
    expect((await asked('/health/ready')).status).toBe(200);
    const { owner, pool } = stores.app.get<Database>(DATABASE);
    expect(owner).toBeUndefined();
    const { rows } = await pool.query<Record<string, unknown>>(
      'select current_user as now, ssl, client_dn as dn from pg_stat_ssl where pid = pg_backend_pid()',
    );
    expect(rows).toEqual([{ now: 'liren_stores', ssl: true, dn: '/CN=liren_stores' }]);
    const stranger = readSettings({ DATABASE_URL: asRole().replace('liren_stores', 'liren_visits') });
    const others = new pg.Client({ connectionString: stranger.databaseUrl });
    await expect(others.connect()).rejects.toThrow(/certificate/);
  });

  it('makes no table, and lets its owner build a view anew', async () => {
    const { pool } = stores!.app.get<Database>(DATABASE);
    await expect(pool.query('create table x ()')).rejects.toThrow('permission denied');
    await expect(pool.query('delete from migrations')).rejects.toThrow('permission denied');
    expect(await asked('/operations/views/store_list/rebuild', {})).toMatchObject({
      ...{ status: 409, body: { code: 'owner-needed' } },
    });
    await makeTables(StoresModule, settingsOf(postgres!.url), { rebuild: 'store_list' });
    expect((await asked('/v1/stores')).body['items']).toHaveLength(1);
    const store = { storeId: 'sh-02', name: 'Xuhui', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    expect(await asked('/v1/stores', store)).toMatchObject({ status: 201 });
    await eventually(async () => {
      const views = (await asked('/operations/views')).body as unknown as Record<string, unknown>[];
      expect(views.find(({ name }) => name === 'store_list')).toMatchObject({ generation: 2 });
      expect((await asked('/v1/stores')).body['items']).toHaveLength(2);
    });
  });

  it('has secrets from files, as a vault of the platform mounts them', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, `${TEST_SERVICE_SECRET}\n`);
    const given = { DATABASE_URL: 'postgres://db', LIREN_SERVICE_SECRET_FILE: file };
    expect(readSettings(given).serviceSecret).toBe(TEST_SERVICE_SECRET);
    expect(() => readSettings({ ...given, LIREN_SERVICE_SECRET: 'x' })).toThrow('are both given');
    expect(() => readSettings({ ...given, LIREN_SERVICE_SECRET_FILE: '/nowhere' })).toThrow(
      'LIREN_SERVICE_SECRET_FILE: ENOENT',
    );
  });
});

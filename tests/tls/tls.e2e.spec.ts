import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { pino } from 'pino';
import { connectorOf, fetchOver, readTls, renewCertificate } from '#libs/http';
import { readSettings } from '#libs/service';
import { eventually, startForTest, tokenOf, type TestedService } from '#libs/testing';
import { anAuthority, type Authority, type Certified } from '../../libs/testing/certificates.js';
import { readOptions } from '../../deploy/all-in-one/options.js';
import { readGatewaySettings } from '../../services/gateway/src/gateway.config.js';
import { startGateway, type StartedGateway } from '../../services/gateway/src/start-gateway.js';
import { StoresModule } from '../../services/stores/src/stores.module.js';
import { VisitsModule } from '../../services/visits/src/visits.module.js';

describe('over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-tls-'));
  const silent = { logLevel: 'silent' };
  let ours: Authority;
  let strangers: Certified;
  let authorization: string;
  let stores: TestedService;
  let visits: TestedService;
  let gateway: StartedGateway;
  let tls: Certified;

  beforeAll(async () => {
    ours = await anAuthority(folder);
    strangers = await (await anAuthority(join(folder, 'strangers'))).certify('stores');
    authorization = `Bearer ${await tokenOf()}`;
    tls = await ours.certify('gateway');
    stores = await startForTest(StoresModule, { ...silent, tls: await ours.certify('stores') });
    visits = await startForTest(VisitsModule, {
      ...{ ...silent, tls: await ours.certify('visits'), storesUrl: stores.url },
    });
    gateway = await gatewayTo({ stores: stores.url, visits: visits.url });
  });
  afterAll(async () => {
    await gateway.stop();
    await visits.stop();
    await stores.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const gatewayTo = (upstreams: Record<string, string>): Promise<StartedGateway> =>
    startGateway({ host: '127.0.0.1', port: 0, ...silent, upstreams, tls }, pino({ level: 'silent' }));
  const asked = async (url: string, init: RequestInit = {}) => {
    const answer = await fetchOver(connectorOf(tls))(url, {
      ...init,
      headers: { authorization, 'content-type': 'application/json' },
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const visitAt = (storeId: string) => ({
    method: 'POST',
    body: JSON.stringify({ storeId, clientId: randomUUID(), lines: [{ itemId: 'facial', paidMinor: 100 }] }),
  });
  const listening = () => [
    ['gateway', gateway.url],
    ['stores', stores.url],
    ['visits', visits.url],
  ];
  const connected = async (url: string, options: ConnectionOptions): Promise<TLSSocket> => {
    const { port } = new URL(url);
    const ca = readFileSync(ours.caFile);
    const socket = connect({ host: '127.0.0.1', port: Number(port), ca, ...options });
    await once(socket, 'secureConnect');
    return socket;
  };

  describe('the gateway and every service', () => {
    it('speak 1.3, else 1.2, and nothing older', async () => {
      for (const [, url] of listening()) {
        const newest = await connected(url!, {});
        expect(newest.getProtocol()).toBe('TLSv1.3');
        newest.destroy();
        const older = await connected(url!, { maxVersion: 'TLSv1.2' });
        expect(older.getProtocol()).toBe('TLSv1.2');
        older.destroy();
        const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
        await expect(connected(url!, old)).rejects.toThrow(/alert protocol version/);
      }
    });

    it('agree on ciphers that authenticate and keep what was said secret for ever, and on no weak ones', async () => {
      for (const [, url] of listening()) {
        const socket = await connected(url!, { maxVersion: 'TLSv1.2' });
        expect(socket.getCipher().name).toMatch(/^ECDHE-ECDSA-.*(GCM|POLY1305)/);
        socket.destroy();
        const weak = 'NULL:RC4:3DES:aNULL:EXPORT:@SECLEVEL=0';
        await expect(connected(url!, { maxVersion: 'TLSv1.2', ciphers: weak })).rejects.toThrow(/handshake/);
      }
    });

    it('answer nobody who comes without it', async () => {
      for (const [, url] of listening()) {
        const plain = request(`${url!.replace('https:', 'http:')}/health/live`).end();
        await expect(once(plain, 'response')).rejects.toThrow('socket hang up');
      }
    });

    it('show a renewed certificate without a stop', async () => {
      const renewed = await ours.certify('renewed');
      const shown = async () => {
        const socket = await connected(stores.url, {});
        const { subject } = socket.getPeerCertificate();
        socket.destroy();
        return subject.CN;
      };
      renewCertificate(stores.app.getHttpServer(), renewed, fail, 20);
      expect(await shown()).toBe('stores');
      await ours.certify('renewed');
      await eventually(async () => expect(await shown()).toBe('renewed'));
    });
  });

  describe('parts of Liren', () => {
    it('ask each other', async () => {
      const store = { storeId: 'sh-01', name: 'Jing’an', timeZone: 'Asia/Shanghai', currency: 'CNY' };
      const opened = await asked(`${gateway.url}/v1/stores`, { method: 'POST', body: JSON.stringify(store) });
      expect(opened.status).toBe(201);
      expect(await asked(`${gateway.url}/v1/visits`, visitAt('sh-01'))).toMatchObject({ status: 201 });
      expect(await asked(`${gateway.url}/health/ready`)).toMatchObject({
        ...{ status: 200, body: { services: { stores: { status: 'ready' }, visits: { status: 'ready' } } } },
      });
      await eventually(async () => {
        const { body } = await asked(`${gateway.url}/openapi.json`); // who is slow to tell is left out
        expect(Object.keys(body['paths']!)).toContain('/v1/stores');
      });
    });

    it('tell nothing to one whose certificate is of another authority', async () => {
      const other = await startForTest(StoresModule, { ...silent, tls: strangers });
      const deceived = await startForTest(VisitsModule, {
        ...{ ...silent, tls: await ours.certify('visits'), storesUrl: other.url },
      });
      const gate = await gatewayTo({ stores: other.url });
      expect(await asked(`${gate.url}/v1/stores`)).toMatchObject({
        ...{ status: 503, body: { code: 'service-away' } },
      });
      expect((await asked(`${gate.url}/health/ready`)).body).toMatchObject({
        services: { stores: { status: 'away' } },
      });
      expect((await asked(`${gate.url}/openapi.json`)).body['paths']).toEqual({});
      const refused = await asked(`${deceived.url}/v1/visits`, visitAt('sh-02'));
      expect(refused).toMatchObject({ status: 503 });
      await gate.stop();
      await deceived.stop();
      await other.stop();
    });
  });

  describe('settings', () => {
    const given = () => ({
      ...{ LIREN_TLS_CERT: tls.certFile, LIREN_TLS_KEY: tls.keyFile, LIREN_TLS_CA: tls.caFile },
      ...{ STORES_URL: 'https://stores:3000', LIREN_URL: 'https://gateway:3000' },
      DATABASE_URL: 'postgres://liren@db:5432/liren?sslmode=verify-full',
    });

    it('are taken where nothing would go in plain', () => {
      const settings = readSettings(given());
      expect(settings.tls).toEqual(tls);
      expect(new URL(settings.databaseUrl).searchParams.get('sslrootcert')).toBe(tls.caFile);
      expect(readGatewaySettings(given()).tls).toEqual(tls);
      expect(readTls({})).toBeUndefined();
      expect(readTls({ LIREN_TLS_CERT: '', LIREN_TLS_KEY: '', LIREN_TLS_CA: '' })).toBeUndefined();
    });

    it.each([
      [
        'a service over plain HTTP',
        { STORES_URL: 'http://stores:3000' },
        'STORES_URL must begin with https://',
      ],
      ['a database without TLS', { DATABASE_URL: 'postgres://db' }, 'sslmode=verify-full'],
      ['one that is not checked', { DATABASE_URL: 'postgres://db?sslmode=no-verify' }, 'sslmode=verify-full'],
      [
        'a collector over plain HTTP',
        { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://traces' },
        'must begin with https',
      ],
      ['a log sent in plain HTTP', { LIREN_LOGS_ENDPOINT: 'http://logs' }, 'LIREN_LOGS_ENDPOINT must begin'],
      ['no key', { LIREN_TLS_KEY: '' }, 'LIREN_TLS_CERT and LIREN_TLS_KEY go together'],
      ['authorities alone', { LIREN_TLS_KEY: '', LIREN_TLS_CERT: '' }, 'is nothing without them'],
      ['a file that is not there', { LIREN_TLS_CA: '/nowhere/ca.pem' }, 'LIREN_TLS_CA: ENOENT'],
    ])('refuse %s', (_what, wrong, why) => {
      expect(() => readSettings({ ...given(), ...wrong })).toThrow(why);
    });

    it('refuse a certificate with another’s key, and a file that is none', () => {
      const mixed = { ...given(), LIREN_TLS_KEY: strangers.keyFile };
      expect(() => readSettings(mixed)).toThrow('LIREN_TLS_CERT and LIREN_TLS_KEY are no certificate with');
      const none = { ...given(), LIREN_TLS_CA: join(process.cwd(), 'package.json') };
      expect(() => readSettings(none)).toThrow('holds nothing in PEM');
    });

    it('refuse, at the gateway, a service over plain HTTP; and all of them where one process runs everything', () => {
      const upstreams = { ...given(), FOLLOW_UPS_URL: 'http://follow-ups:3000' };
      expect(() => readGatewaySettings(upstreams)).toThrow('FOLLOW_UPS_URL must begin with https://');
      expect(() => readOptions([], given())).toThrow('put a proxy with TLS in front');
    });
  });
});

const fail = (error: unknown): never => {
  throw error;
};

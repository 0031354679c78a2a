import { request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { pino } from 'pino';
import { eventually, startForTest, tokenOf, type TestedService } from '#libs/testing';
import { sendLong } from '../../libs/http/testing/send-long.js';
import { ClientsModule } from '../../services/clients/src/clients.module.js';
import { StoresModule } from '../../services/stores/src/stores.module.js';
import { startGateway, type StartedGateway } from '../../services/gateway/src/start-gateway.js';

const MEGABYTE = 1024 * 1024;

describe('one port for all services', () => {
  let stores: TestedService;
  let clients: TestedService;
  let gateway: StartedGateway;
  let authorization: string;
  beforeAll(async () => {
    stores = await startForTest(StoresModule, { logLevel: 'silent' });
    clients = await startForTest(ClientsModule, { logLevel: 'silent' });
    authorization = `Bearer ${await tokenOf()}`;
    const nobody = 'http://127.0.0.1:9'; // the port that discards
    gateway = await startGateway(
      {
        ...{ host: '127.0.0.1', port: 0, logLevel: 'silent' },
        upstreams: { stores: stores.url, clients: clients.url, visits: nobody },
      },
      pino({ level: 'silent' }),
    );
  });
  afterAll(async () => {
    await gateway.stop();
    await clients.stop();
    await stores.stop();
  });

  const get = async (path: string) => {
    const answer = await fetch(`${gateway.url}${path}`, { headers: { authorization } });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it('passes requests on, and answers back', async () => {
    expect(await get('/v1/stores')).toMatchObject({ status: 200, body: { items: [] } });
    expect(await get('/v1/stores?limit=0')).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });

  it('describes what is there', async () => {
    const body = await eventually(async () => {
      const description = (await get('/openapi.json')).body;
      for (const path of ['/v1/stores', '/v1/clients'])
        expect(Object.keys(description['paths'] as object)).toContain(path); // who is slow to tell is left out
      return description;
    });
    expect(Object.keys(body['paths'] as object)).not.toContain('/v1/access'); // what services ask each other
    const { schemas } = body['components'] as { schemas: object };
    const named = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining([...new Set(named), 'Problem']));
    await eventually(async () => {
      const page = await fetch(`${gateway.url}/docs/swagger-ui-init.js`);
      expect(await page.text()).toContain('"/v1/stores": {');
    });
  });

  it.each(['/v1/visits', '/v1/visits/1', '/v1/reports/store-comparison', '/v1/operations/reporting/views'])(
    'says which service is away that would answer %s',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 503, body: { code: 'service-away' } });
    },
  );

  it('measures what each service was asked', async () => {
    await get('/v1/stores');
    const answer = await fetch(`${gateway.url}/v1/operations/stores/metrics`, { headers: { authorization } });
    const asked = '{service="stores",method="GET",route="/v1/stores",status="200"}';
    expect(await answer.text()).toContain(`liren_request_seconds_count${asked}`);
  });

  it('is ready when every service is', async () => {
    const { status, body } = await get('/health/ready');
    expect([status, body['status']]).toEqual([503, 'not-ready']);
    expect(body['services']).toMatchObject({ stores: { status: 'ready' } });
  });

  it.each([true, false])('refuses a body of 50 MB, its length announced: %s', async (announced) => {
    const { status, body } = await sendLong(`${gateway.url}/v1/stores`, 50 * MEGABYTE, announced);
    expect([status, body.code]).toEqual([413, 'too-large']);
  });

  it.each([
    [9, 'care-pictures', 404, 'unknown-client'],
    [11, 'care-pictures', 413, 'too-large'],
    [9, 'care-log', 413, 'too-large'],
  ])('passes pictures of 10 MB on, and nothing else of %i MB: %s', async (megabytes, path, status, code) => {
    const who = await tokenOf({ role: 'therapist', stores: ['sh-01'] });
    const told = 'side=before&area=chin&takenOn=2026-03-02';
    const answer = await fetch(`${gateway.url}/v1/clients/${randomUUID()}/${path}?${told}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${who}`, 'content-type': 'image/jpeg' },
      body: new Uint8Array(megabytes * MEGABYTE),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  it.each([
    ['an address that is none', '/v1/stores/%ff', {}, 400],
    ['an id without end', `/v1/stores/${'a'.repeat(5_000)}`, {}, 414],
    ['headers without end', '/v1/stores', { more: 'a'.repeat(20_000) }, 431],
    ['a letter no database keeps', '/v1/stores/%00', {}, 400],
  ])('answers %s with a problem, as everything', async (_what, path, headers, status) => {
    const answer = await fetch(`${gateway.url}${path}`, { headers });
    const type = answer.headers.get('content-type')?.split(';')[0];
    expect([answer.status, type]).toEqual([status, 'application/problem+json']);
  });

  it('takes a body whose sender waits to be asked for it', async () => {
    const headers = { authorization, 'content-type': 'application/json', expect: '100-continue' };
    const sending = request(`${gateway.url}/v1/stores`, { method: 'POST', headers });
    sending.flushHeaders();
    await once(sending, 'continue');
    sending.end('{}');
    const [answer] = (await once(sending, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(400);
  });

  it('stops although somebody never finishes sending', async () => {
    const upstreams = { stores: stores.url };
    const other = await startGateway(
      { host: '127.0.0.1', port: 0, logLevel: 'silent', upstreams },
      pino({ level: 'silent' }),
    );
    const headers = { 'content-type': 'application/json', 'content-length': '1000' };
    const sending = request(`${other.url}/v1/stores`, { method: 'POST', headers });
    const hungUp = once(sending, 'error');
    sending.write('{');
    await once(sending, 'socket');
    await fetch(`${other.url}/v1/stores`);
    await other.stop();
    expect(await hungUp).toBeDefined();
  });
});

import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { pino } from 'pino';
import { asking, signIn, startForTest, TEST_ADMIN_PASSWORD, type TestedService } from '#libs/testing';
import { startGateway, type StartedGateway } from '../../services/gateway/src/start-gateway.js';
import { StoresModule } from '../../services/stores/src/stores.module.js';

describe('the gate', () => {
  let stores: TestedService;
  let gateway: StartedGateway;
  beforeAll(async () => {
    stores = await startForTest(StoresModule, { logLevel: 'silent', accessSource: undefined });
    const settings = { host: '127.0.0.1', port: 0, logLevel: 'silent', upstreams: { stores: stores.url } };
    gateway = await startGateway(settings, pino({ level: 'silent' }));
  });
  afterAll(async () => {
    await gateway.stop();
    await stores.stop();
  });

  it.each(['/', '/v1/stores', '/docs', '/health/live', '/nowhere'])(
    'tells browsers what no page of ours does, at %s',
    async (path) => {
      const { headers } = await asking(gateway.url).get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("script-src 'self';"),
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'content-type': expect.stringMatching(/^[a-z]+\/[a-z+]+; charset=utf-8$/),
      });
      for (const rule of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"])
        expect(headers['content-security-policy']).toContain(rule);
      for (const name of ['x-powered-by', 'server', 'access-control-allow-origin'])
        expect(headers[name]).toBeUndefined();
    },
  );

  it.each([
    ['an address that is none', '/v1/stores/%ff', {}],
    ['headers without end', '/v1/stores', { more: 'a'.repeat(20_000) }],
  ])('tells browsers as much where it refuses %s', async (_what, path, given) => {
    const { headers } = await asking(gateway.url).get(path).set(given);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none';base-uri 'none';frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'content-type': 'application/problem+json; charset=utf-8',
    });
  });

  it('lets nobody keep what services answer', async () => {
    const token = await signIn(gateway.url, 'admin', TEST_ADMIN_PASSWORD);
    for (const asked of [asking(gateway.url, token), asking(gateway.url)])
      for (const path of ['/v1/stores', '/%761/stores', '/v1/nowhere'])
        expect((await asked.get(path)).headers['cache-control']).toBe('no-store');
  });

  it('lets no page of another site ask anything in somebody’s name', async () => {
    const origin = 'https://elsewhere.example';
    const preflight = await asking(gateway.url).options('/v1/stores').set({
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    });
    const asked = await asking(gateway.url).get('/v1/stores').set({ origin });
    for (const { headers } of [preflight, asked])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    const plain = { origin, 'content-type': 'text/plain' }; // what a page may send without a preflight
    const body = JSON.stringify({ login: 'admin', password: TEST_ADMIN_PASSWORD });
    await asking(gateway.url).post('/v1/sessions').set(plain).send(body).expect(415);
  });

  it('tells a service where a request comes from, whatever came in, and no cookie that is not its own', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const service = createServer(({ headers }, answer) => {
      seen.push(headers);
      answer.end('{}');
    });
    await once(service.listen(0, '127.0.0.1'), 'listening');
    const visits = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
    const settings = {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      upstreams: { visits, stores: visits },
    };
    const other = await startGateway(settings, pino({ level: 'silent' }));
    const forged = {
      'x-forwarded-for': '203.0.113.1',
      'x-forwarded-proto': 'https',
      cookie: 'liren_refresh=x',
    };
    await asking(other.url).get('/v1/visits/1').set(forged).expect(200);
    await asking(other.url).post('/v1/sessions/refresh').set(forged).expect(200);
    const told = { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' };
    expect(seen).toMatchObject([told, { ...told, cookie: 'liren_refresh=x' }]);
    expect(seen[0]!.cookie).toBeUndefined();
    await other.stop();
    service.close();
  });

  it('takes no request whose end is said in two ways', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write('POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
    socket.write(
      'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n',
    );
    const answers = Buffer.concat(await socket.toArray()).toString();
    expect(answers.match(/^HTTP\/1.1 \d+/gm)).toEqual(['HTTP/1.1 400']);
  });

  it.each(['/metrics', '/operations/views', '/v1/access', '/.git/config', '/../package.json', '/page'])(
    'leads nowhere at %s',
    async (path) => {
      expect([403, 404]).toContain((await asking(gateway.url).get(path)).status);
    },
  );

  it('answers no TRACE', async () => {
    for (const path of ['/', '/v1/stores', '/health/live']) {
      const asked = request(`${gateway.url}${path}`, { method: 'TRACE', headers: { 'x-secret': 'told' } });
      asked.end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      expect(answer.statusCode).toBe(404);
      expect(Buffer.concat(await answer.toArray()).toString()).not.toContain('told');
    }
  });

  it('passes the cookie on that refreshes, and takes nothing for it but the cookie', async () => {
    const started = await asking(gateway.url)
      .post('/v1/sessions')
      .set('x-forwarded-proto', 'https') // which nobody believes
      .send({ login: 'admin', password: TEST_ADMIN_PASSWORD })
      .expect(201);
    const cookie = String(started.headers['set-cookie']).split(';')[0]!;
    expect(cookie).toMatch(/^liren_refresh=/);
    await asking(gateway.url).post('/v1/sessions/refresh').set('cookie', cookie).expect(200);
    await asking(gateway.url).post('/v1/sessions/refresh').expect(401);
    // What a cookie alone must never do: ask for anything else.
    await asking(gateway.url).get('/v1/stores').set('cookie', cookie).expect(401);
  });

  it('answers a mistake of ours without telling how we are made', async () => {
    const refused = await asking(gateway.url)
      .post('/v1/sessions')
      .set('content-type', 'application/json')
      .send('{');
    expect(refused.text).not.toMatch(/node_modules|\.ts|\.js|at /);
  });

  it('lets nobody try passwords without end from one address', async () => {
    const token = await signIn(gateway.url, 'admin', TEST_ADMIN_PASSWORD);
    const tries = Array.from({ length: 130 }, (_, at) =>
      asking(gateway.url)
        .post('/v1/sessions')
        .set('x-forwarded-for', `203.0.113.${at}`) // which nobody believes
        .send({ login: 'nobody', password: 'x' }),
    );
    const answers = await Promise.all(tries);
    const held = answers.filter(({ status }) => status === 429);
    expect(held.length).toBeGreaterThan(0);
    expect(held[0]!.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(held[0]!.headers['content-type']).toContain('application/problem+json');
    expect(Number(held[0]!.headers['retry-after'])).toBeGreaterThan(0);
    await asking(gateway.url, token).get('/v1/stores').expect(200); // who has signed in goes on
  });

  describe('behind a proxy with TLS', () => {
    let behind: StartedGateway;
    beforeAll(async () => {
      const settings = { host: '127.0.0.1', port: 0, logLevel: 'silent', upstreams: { stores: stores.url } };
      const trusting = { ...settings, trustedProxies: ['loopback'], signInsPerMinute: 2 };
      behind = await startGateway(trusting, pino({ level: 'silent' }));
    });
    afterAll(() => behind.stop());

    const start = ({ url }: StartedGateway, headers: Record<string, string>) =>
      asking(url).post('/v1/sessions').set(headers).send({ login: 'admin', password: TEST_ADMIN_PASSWORD });
    const cookieOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers['set-cookie']);
    const overTls = { 'x-forwarded-proto': 'https' };

    it('believes it that a request came over TLS, where it is one to be trusted', async () => {
      const trusted = await start(behind, { ...overTls, 'x-forwarded-for': '203.0.113.1' });
      expect(cookieOf(trusted)).toMatch(
        /^__Host-liren_refresh=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
      const cookie = cookieOf(trusted).split(';')[0]!;
      await asking(behind.url)
        .post('/v1/sessions/refresh')
        .set({ ...overTls, cookie })
        .expect(200);
      await asking(behind.url).post('/v1/sessions/refresh').set({ cookie }).expect(401); // in plain
    });

    it('counts a sign-in however its address is written', async () => {
      const from = { 'x-forwarded-for': '203.0.113.4' };
      const paths = ['/v1/sessions', '/v1/%73essions', '/%76%31/sessions', '/v1/sessions?again'];
      const answers: number[] = [];
      for (const path of paths)
        answers.push(
          (await asking(behind.url).post(path).set(from).send({ login: 'x', password: 'x' })).status,
        );
      expect(answers).toEqual([401, 401, 429, 429]);
    });

    it('counts by the address that it names', async () => {
      const from = (address: string) => start(behind, { 'x-forwarded-for': address });
      for (const status of [201, 201, 429]) expect((await from('203.0.113.2')).status).toBe(status);
      expect((await from('203.0.113.3')).status).toBe(201);
    });

    it('counts all addresses of one connection together, of which IPv6 gives each more than anybody could count', async () => {
      const answers: number[] = [];
      for (const address of ['2001:db8::1', '2001:db8::2', '2001:db8::ffff:1', '2001:db8:0:1::1'])
        answers.push((await start(behind, { 'x-forwarded-for': address })).status);
      expect(answers).toEqual([201, 201, 429, 201]);
    });
  });
});

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
        'strict-transport-security': expect.stringContaining('max-age=31536000'),
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('passes the cookie on that refreshes, and takes nothing for it but the cookie', async () => {
    const started = await asking(gateway.url)
      .post('/v1/sessions')
      .send({ login: 'admin', password: TEST_ADMIN_PASSWORD })
      .expect(201);
    const cookie = String(started.headers['set-cookie']).split(';')[0]!;
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
    const tries = Array.from({ length: 130 }, () =>
      asking(gateway.url).post('/v1/sessions').send({ login: 'nobody', password: 'x' }),
    );
    const answers = await Promise.all(tries);
    const held = answers.filter(({ status }) => status === 429);
    expect(held.length).toBeGreaterThan(0);
    expect(held[0]!.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(held[0]!.headers['content-type']).toContain('application/problem+json');
    expect(Number(held[0]!.headers['retry-after'])).toBeGreaterThan(0);
    await asking(gateway.url, token).get('/v1/stores').expect(200); // who has signed in goes on
  });
});

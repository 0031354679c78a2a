import { asking, signIn, startForTest, TEST_ADMIN_PASSWORD, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';
import { startProvider, type ChainProvider } from './provider.js';

describe('signing in through the chain’s own OpenID provider', () => {
  let provider: ChainProvider;
  let stores: TestedService;
  beforeAll(async () => {
    provider = await startProvider();
    process.env['LIREN_OIDC_ISSUER'] = provider.issuer;
    stores = await startForTest(StoresModule, { accessSource: undefined });
    const admin = asking(stores.url, await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD));
    for (const login of ['lina@example.cn', 'unverified@example.cn']) {
      const her = { name: '李娜', login, role: 'therapist', post: 'therapist', storeIds: ['sh-01'] };
      await admin.post('/v1/staff').send(her).expect(201); // without a password
    }
  }, 60_000);
  afterAll(async () => {
    delete process.env['LIREN_OIDC_ISSUER'];
    await stores.stop();
    provider.close();
  });

  const start = (idToken: string) => asking(stores.url).post('/v1/sessions/oidc').send({ idToken });

  it('gives a session of hers to whoever has an account by the verified address', async () => {
    const { body } = await start(await provider.idTokenOf('lina@example.cn')).expect(201);
    const me = await asking(stores.url, body.accessToken).get('/v1/sessions/current').expect(200);
    expect(me.body).toMatchObject({ name: '李娜', role: 'therapist', stores: ['sh-01'] });
  });

  it('lets nobody in by an address without an account, or one that was never checked', async () => {
    await start(await provider.idTokenOf('nobody@example.cn')).expect(401);
    await start(await provider.idTokenOf('unverified@example.cn')).expect(401);
  });

  it('takes no token that was given for another client, changed, or made up', async () => {
    await start(await provider.idTokenOf('lina@example.cn', 'another')).expect(401);
    const [head, body, signature] = (await provider.idTokenOf('lina@example.cn')).split('.');
    const claims = { ...JSON.parse(Buffer.from(body!, 'base64url').toString()), email: 'admin' };
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await start([head, changed, signature].join('.')).expect(401);
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    await start(`${none}.${changed}.`).expect(401);
    await start('no token').expect(401);
  });

  it('takes a password of nobody who has none', async () => {
    const given = { login: 'lina@example.cn', password: 'undefined' };
    await asking(stores.url).post('/v1/sessions').send(given).expect(401);
  });
});

describe('signing in while the chain’s OpenID provider is away', () => {
  let stores: TestedService;
  beforeAll(async () => {
    process.env['LIREN_OIDC_ISSUER'] = 'http://127.0.0.1:9';
    stores = await startForTest(StoresModule, { accessSource: undefined, logLevel: 'silent' });
  }, 60_000);
  afterAll(async () => {
    delete process.env['LIREN_OIDC_ISSUER'];
    await stores.stop();
  });

  it('is answered with 503, and goes on with a password', async () => {
    const answer = await asking(stores.url).post('/v1/sessions/oidc').send({ idToken: 'any' }).expect(503);
    expect(answer.body.detail).toMatch(/sign in with a password/);
    await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD);
  });
});

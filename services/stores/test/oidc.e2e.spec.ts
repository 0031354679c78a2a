import { TOTP, URI } from 'otpauth';
import {
  asking,
  eventually,
  signIn,
  startForTest,
  TEST_ADMIN_PASSWORD,
  type Asking,
  type TestedService,
} from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';
import { startProvider, type AskedFor, type ChainProvider } from './provider.js';

describe('signing in through the chain’s own OpenID provider', () => {
  let provider: ChainProvider;
  let stores: TestedService;
  let admin: Asking;
  beforeAll(async () => {
    provider = await startProvider();
    process.env['LIREN_OIDC_ISSUER'] = provider.issuer;
    stores = await startForTest(StoresModule, { accessSource: undefined });
    admin = asking(stores.url, await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD));
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

  /** A browser that has asked for a nonce. */
  const browser = async () => {
    const answer = await asking(stores.url).post('/v1/sessions/oidc/nonce').expect(201);
    const cookie = (answer.headers['set-cookie'] as unknown as string[])[0]!;
    return { nonce: answer.body.nonce as string, cookie: cookie.split(';')[0]!, given: cookie };
  };
  const send = (idToken: string, cookie = '') =>
    asking(stores.url).post('/v1/sessions/oidc').set('cookie', cookie).send({ idToken });
  /** Signs in there and then here, in one browser. */
  const start = async (email: string, asked: AskedFor = {}) => {
    const { nonce, cookie } = await browser();
    return send(await provider.idTokenOf(email, { nonce, ...asked }), cookie);
  };
  let people = 0;
  const hire = async (more: object = {}): Promise<{ login: string; staffId: string }> => {
    const login = `somebody-${(people += 1)}@example.cn`;
    const her = { name: '李娜', login, role: 'therapist', post: 'therapist', storeIds: ['sh-01'], ...more };
    const { body } = await admin.post('/v1/staff').send(her).expect(201);
    return { login, staffId: body.staffId };
  };

  it('gives a session of hers to whoever has an account by the verified address', async () => {
    const { status, body } = await start('lina@example.cn');
    expect(status).toBe(201);
    const me = await asking(stores.url, body.accessToken).get('/v1/sessions/current').expect(200);
    expect(me.body).toMatchObject({ name: '李娜', role: 'therapist', stores: ['sh-01'] });
  });

  it('lets nobody in by an address without an account, or one that was never checked', async () => {
    expect((await start('nobody@example.cn')).status).toBe(401);
    expect((await start('unverified@example.cn')).status).toBe(401);
  });

  it('takes no token that was given for another client, changed, or made up', async () => {
    expect((await start('lina@example.cn', { clientId: 'another' })).status).toBe(401);
    const { nonce, cookie } = await browser();
    const token = await provider.idTokenOf('lina@example.cn', { nonce });
    const [head, body, signature] = token.split('.');
    const claims = { ...JSON.parse(Buffer.from(body!, 'base64url').toString()), email: 'admin' };
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await send([head, changed, signature].join('.'), cookie).expect(401);
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    await send(`${none}.${changed}.`, cookie).expect(401);
    await send('no token', cookie).expect(401);
    await send(token, cookie).expect(201); // so it was this that was wrong
  });

  it('takes a token once, and from the browser alone that had its nonce', async () => {
    const { nonce, cookie, given } = await browser();
    expect(given).toMatch(
      /^liren_nonce=[\w-]{43}; Max-Age=600; Path=\/v1\/sessions; HttpOnly; SameSite=Strict$/,
    );
    expect(given).not.toContain(nonce);
    const token = await provider.idTokenOf('lina@example.cn', { nonce });
    await send(token).expect(401);
    await send(token, (await browser()).cookie).expect(401);
    await send(token, `liren_nonce=${nonce}`).expect(401);
    await send(await provider.idTokenOf('lina@example.cn'), cookie).expect(401); // it carries none
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(token, cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
    await send(token, cookie).expect(401);
  });

  it('binds her account to who she is there: an address that moves to another opens nothing', async () => {
    const { login, staffId } = await hire();
    expect((await start(login, { subject: 'lina' })).status).toBe(201);
    expect((await start(login, { subject: 'wang' })).status).toBe(401);
    const renamed = await start('lina.li@example.cn', { subject: 'lina' });
    expect(renamed.status).toBe(201);
    const me = await asking(stores.url, renamed.body.accessToken).get('/v1/sessions/current');
    expect(me.body.subject).toBe(staffId);
  });

  it('binds a person of the provider to one account, and an account to one of many who come at once', async () => {
    const [one, other] = [await hire(), await hire()];
    expect((await start(one.login, { subject: 'zhao' })).status).toBe(201);
    const moved = await start(other.login, { subject: 'zhao' });
    const me = await asking(stores.url, moved.body.accessToken).get('/v1/sessions/current');
    expect(me.body.subject).toBe(one.staffId); // who she is there counts, not what she is called

    const tokens: [string, string][] = [];
    for (const subject of ['a', 'b', 'c']) {
      const { nonce, cookie } = await browser();
      tokens.push([await provider.idTokenOf(other.login, { nonce, subject }), cookie]);
    }
    const answers = await Promise.all(tokens.map(([token, cookie]) => send(token, cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
  });

  it('binds her anew when an administrator has released her, with a reason', async () => {
    const { login, staffId } = await hire();
    const first = await start(login, { subject: 'before' });
    await admin.post(`/v1/staff/${staffId}/identity/removal`).send({ reason: 'new-provider' }).expect(200);
    const her = asking(stores.url, first.body.accessToken);
    await eventually(() => her.get('/v1/sessions/current').expect(401));
    expect((await start(login, { subject: 'after' })).status).toBe(201);
    expect((await start(login, { subject: 'before' })).status).toBe(401);
  });

  it('finds the account that has her login now, when she comes back to work or another has her address', async () => {
    const { login, staffId } = await hire();
    expect((await start(login, { subject: 'back' })).status).toBe(201);
    await admin.post(`/v1/staff/${staffId}/end-of-employment`).send({ reason: 'resigned' }).expect(200);
    expect((await start(login, { subject: 'back' })).status).toBe(401);
    const anew = { name: '李娜', login, role: 'therapist', post: 'therapist', storeIds: ['sh-01'] };
    const subjectOf = async (subject: string) => {
      const { body } = await start(login, { subject });
      return (await asking(stores.url, body.accessToken).get('/v1/sessions/current').expect(200)).body
        .subject;
    };
    const { body: again } = await admin.post('/v1/staff').send(anew).expect(201);
    expect(await subjectOf('back')).toBe(again.staffId);
    await admin.post(`/v1/staff/${again.staffId}/end-of-employment`).send({ reason: 'resigned' }).expect(200);
    const { body: other } = await admin.post('/v1/staff').send(anew).expect(201);
    expect(await subjectOf('somebody else')).toBe(other.staffId);
    expect((await start(login, { subject: 'back' })).status).toBe(401);
  });

  it('asks for her second factor, too, and takes the same token with it', async () => {
    const { login } = await hire();
    const her = asking(stores.url, (await start(login)).body.accessToken);
    const { body: offered } = await her.post('/v1/staff/me/second-factor').expect(201);
    const totp = URI.parse(offered.otpauthUri) as TOTP;
    const confirmation = `/v1/staff/me/second-factor/${offered.factorId}/confirmation`;
    await her.post(confirmation).send({ code: totp.generate() }).expect(200);
    const { nonce, cookie } = await browser();
    const idToken = await provider.idTokenOf(login, { nonce });
    const asked = await send(idToken, cookie).expect(401);
    expect(asked.body.code).toBe('second-factor-needed');
    const [code] = offered.recoveryCodes as string[];
    const given = asking(stores.url).post('/v1/sessions/oidc').set('cookie', cookie);
    await given.send({ idToken, code }).expect(201);
  });

  it('takes a password of nobody who has none', async () => {
    const given = { login: 'lina@example.cn', password: 'undefined' };
    await asking(stores.url).post('/v1/sessions').send(given).expect(401);
  });
});

describe('signing in through a provider whose checks settings mind', () => {
  const SETTINGS = {
    LIREN_OIDC_ACR: 'urn:chain:two-factors, urn:chain:hardware',
    LIREN_OIDC_AMR: 'pwd,otp',
    LIREN_OIDC_MAX_AGE_MINUTES: '30',
    LIREN_SECOND_FACTOR_ROLES: 'therapist',
  };
  let provider: ChainProvider;
  let stores: TestedService;
  beforeAll(async () => {
    provider = await startProvider();
    Object.assign(process.env, { LIREN_OIDC_ISSUER: provider.issuer, ...SETTINGS });
    stores = await startForTest(StoresModule, { accessSource: undefined });
    const admin = asking(stores.url, await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD));
    const her = { name: '李娜', login: 'lina@example.cn', role: 'therapist', post: 'therapist' };
    await admin
      .post('/v1/staff')
      .send({ ...her, storeIds: ['sh-01'] })
      .expect(201);
  }, 60_000);
  afterAll(async () => {
    delete process.env['LIREN_OIDC_ISSUER'];
    for (const name of Object.keys(SETTINGS)) Reflect.deleteProperty(process.env, name);
    await stores.stop();
    provider.close();
  });

  const start = async (asked: AskedFor) => {
    const answer = await asking(stores.url).post('/v1/sessions/oidc/nonce').expect(201);
    const [cookie] = (answer.headers['set-cookie'] as unknown as string[])[0]!.split(';');
    const idToken = await provider.idTokenOf('lina@example.cn', { nonce: answer.body.nonce, ...asked });
    return asking(stores.url).post('/v1/sessions/oidc').set('cookie', cookie!).send({ idToken });
  };
  const strong: AskedFor = { acr: 'urn:chain:two-factors', amr: ['pwd', 'otp', 'mfa'], age: 60 };

  it('lets in who was checked so, of late; that is her second factor, too', async () => {
    const { status, body } = await start(strong);
    expect(status).toBe(201);
    const me = await asking(stores.url, body.accessToken).get('/v1/sessions/current').expect(200);
    expect(me.body.role).toBe('therapist');
  });

  it.each<[string, AskedFor, RegExp]>([
    ['more weakly', { ...strong, acr: 'urn:chain:password' }, /as strongly/],
    ['in a way it does not say', { amr: ['pwd', 'otp'] }, /as strongly/],
    ['by a password alone', { ...strong, amr: ['pwd'] }, /as strongly/],
    ['by means it does not say', { acr: 'urn:chain:hardware' }, /as strongly/],
    ['too long ago', { ...strong, age: 31 * 60 }, /too long ago/],
  ])('refuses whom the provider has checked %s', async (_how, asked, why) => {
    const { status, body } = await start(asked);
    expect(status).toBe(401);
    expect(body.detail).toMatch(why);
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

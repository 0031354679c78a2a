import { TOTP, URI } from 'otpauth';
import { DataSource } from 'typeorm';
import {
  asking,
  eventually,
  movableClock,
  signIn,
  startForTest,
  TEST_ADMIN_PASSWORD,
  type Asking,
  type TestedService,
} from '#libs/testing';
import { secondFactorRoles } from '../src/stores.config.js';
import { StoresModule } from '../src/stores.module.js';

const PASSWORD = 'four words one smile';
const STEP_MS = 30_000;

describe('a second factor, from outside', () => {
  const clock = movableClock('2026-03-01T01:00:00.000Z');
  let stores: TestedService;
  let admin: Asking;
  let people = 0;
  beforeAll(async () => {
    process.env['LIREN_SECOND_FACTOR_ROLES'] = ' finance, privacy-officer';
    stores = await startForTest(StoresModule, { clock, accessSource: undefined });
    admin = asking(stores.url, await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD));
  });
  afterAll(async () => {
    delete process.env['LIREN_SECOND_FACTOR_ROLES'];
    await stores.stop();
  });

  const hire = async (role = 'therapist'): Promise<{ login: string; staffId: string }> => {
    const login = `somebody-${(people += 1)}`;
    const her = { name: '李娜', login, password: PASSWORD, role, post: 'therapist', storeIds: ['sh-01'] };
    const { body } = await admin.post('/v1/staff').send(her).expect(201);
    return { login, staffId: body.staffId };
  };
  const start = (login: string, code?: string) =>
    asking(stores.url).post('/v1/sessions').send({ login, password: PASSWORD, code });
  const as = async (login: string, code?: string): Promise<Asking> =>
    asking(stores.url, (await start(login, code).expect(201)).body.accessToken);
  const codeOf = (otpauthUri: string): string =>
    (URI.parse(otpauthUri) as TOTP).generate({ timestamp: clock.now().getTime() });
  const wrongCodeOf = (otpauthUri: string): string =>
    String((Number(codeOf(otpauthUri)) + 1) % 1_000_000).padStart(6, '0');

  /** What she was shown, as soon as the next code is due. */
  const setUp = async (login: string): Promise<{ otpauthUri: string; recoveryCodes: string[] }> => {
    const her = await as(login);
    const { body: offered } = await her.post('/v1/staff/me/second-factor').expect(201);
    const confirmation = `/v1/staff/me/second-factor/${offered.factorId}/confirmation`;
    await her
      .post(confirmation)
      .send({ code: codeOf(offered.otpauthUri) })
      .expect(200);
    clock.advance(STEP_MS);
    return offered;
  };

  it('is asked for once its holder has confirmed it with a code, and each code is good once', async () => {
    const { login } = await hire();
    const her = await as(login);
    const offered = (await her.post('/v1/staff/me/second-factor').expect(201)).body;
    expect(offered.otpauthUri).toContain(`otpauth://totp/Liren:${login}?`);
    const confirm = (code: string) =>
      her.post(`/v1/staff/me/second-factor/${offered.factorId}/confirmation`).send({ code });
    const refused = await confirm(wrongCodeOf(offered.otpauthUri)).expect(409);
    expect(refused.body.code).toBe('wrong-code');
    await start(login).expect(201); // not confirmed: it does not count
    await confirm(codeOf(offered.otpauthUri)).expect(200);
    await eventually(() => her.get('/v1/sessions/current').expect(401));
    expect((await start(login).expect(401)).body.code).toBe('second-factor-needed');
    await start(login, codeOf(offered.otpauthUri)).expect(401); // it confirmed, and is used
    clock.advance(STEP_MS);
    await start(login, wrongCodeOf(offered.otpauthUri)).expect(401);
    const code = codeOf(offered.otpauthUri);
    const answers = await Promise.all(Array.from({ length: 4 }, () => start(login, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
  });

  it('tells nobody that a code is needed who does not know the password', async () => {
    const { login } = await hire();
    await setUp(login);
    const wrong = await asking(stores.url)
      .post('/v1/sessions')
      .send({ login, password: 'wrong' })
      .expect(401);
    const nobody = await asking(stores.url).post('/v1/sessions').send({ login: 'nobody', password: 'x' });
    expect(wrong.body).toEqual(nobody.body);
  });

  it('is replaced by ten recovery codes when it is lost, each good once and written in any way', async () => {
    const { login } = await hire();
    const { recoveryCodes } = await setUp(login);
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first, second] = recoveryCodes as [string, string];
    expect(first).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/);
    await start(login, first).expect(201);
    await start(login, first).expect(401);
    const her = await as(login, ` ${second.toUpperCase().replaceAll('-', ' ')}`);
    const mine = await her.get('/v1/staff/me/second-factor').expect(200);
    expect(mine.body).toEqual({ isSetUp: true, recoveryCodesLeft: 8 });
  });

  it('locks the account after five wrong codes, the right one too', async () => {
    const { login } = await hire();
    const { otpauthUri } = await setUp(login);
    for (let tries = 0; tries < 5; tries += 1) await start(login, wrongCodeOf(otpauthUri)).expect(401);
    const locked = await start(login, codeOf(otpauthUri)).expect(401);
    expect(locked.body.code).toBe('not-signed-in');
    clock.advance(61_000);
    await start(login, codeOf(otpauthUri)).expect(201);
  });

  it('is set up, or replaced by another, in a session that has just begun, by who has the one before', async () => {
    const { login } = await hire();
    const { otpauthUri } = await setUp(login);
    const her = await as(login, codeOf(otpauthUri));
    const { body: next } = await her.post('/v1/staff/me/second-factor').expect(201);
    clock.advance(11 * 60_000);
    for (const late of [
      her.post('/v1/staff/me/second-factor'),
      her
        .post(`/v1/staff/me/second-factor/${next.factorId}/confirmation`)
        .send({ code: codeOf(next.otpauthUri) }),
    ])
      expect((await late.expect(403)).body.code).toBe('sign-in-again');
    const again = await as(login, codeOf(otpauthUri));
    await again
      .post(`/v1/staff/me/second-factor/${next.factorId}/confirmation`)
      .send({ code: codeOf(next.otpauthUri) })
      .expect(200);
    clock.advance(STEP_MS);
    await start(login, codeOf(otpauthUri)).expect(401);
    await start(login, codeOf(next.otpauthUri)).expect(201);
  });

  it('is nobody else’s to confirm, and not for ever', async () => {
    const [one, other] = [await hire(), await hire()];
    const { body: offered } = await (await as(one.login)).post('/v1/staff/me/second-factor').expect(201);
    const path = `/v1/staff/me/second-factor/${offered.factorId}/confirmation`;
    const confirm = async (login: string) =>
      (await as(login)).post(path).send({ code: codeOf(offered.otpauthUri) });
    expect((await confirm(other.login)).body.code).toBe('unknown-second-factor');
    clock.advance(61 * 60_000);
    expect((await confirm(one.login)).body.code).toBe('unknown-second-factor');
  });

  it('stays when a password is set anew, and is taken away by an administrator, who says why', async () => {
    const { login, staffId } = await hire();
    const { otpauthUri } = await setUp(login);
    await admin.put(`/v1/staff/${staffId}/password`).send({ password: PASSWORD }).expect(200);
    expect((await start(login).expect(401)).body.code).toBe('second-factor-needed');
    const her = await as(login, codeOf(otpauthUri));
    const removal = `/v1/staff/${staffId}/second-factor/removal`;
    await her.post(removal).send({ reason: 'lost' }).expect(403);
    await admin.post(removal).send({}).expect(400);
    await admin.post(removal).send({ reason: 'lost' }).expect(200);
    await eventually(() => her.get('/v1/sessions/current').expect(401));
    await start(login).expect(201);
    const facts = await stores.app
      .get(DataSource)
      .query(
        `select data->>'reason' as reason from event where stream = $1 and type = 'SecondFactorRemoved'`,
        [`staff:${staffId}`],
      );
    expect(facts).toEqual([{ reason: 'lost' }]);
  });

  it('is demanded of roles that settings name: until it is set up, a session can do nothing else', async () => {
    const { login } = await hire('finance');
    const started = await start(login).expect(201);
    const her = asking(stores.url, started.body.accessToken);
    const me = await her.get('/v1/sessions/current').expect(200);
    expect(me.body).toMatchObject({ role: 'without-second-factor', stores: [] });
    const refused = await her.get('/v1/stores').expect(403);
    expect(refused.body.detail).toMatch(/^Set up a second factor first/);
    await her.put('/v1/staff/me/password').send({ currentPassword: PASSWORD, password: 'x' }).expect(403);
    const cookie = (started.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    const renewed = await asking(stores.url).post('/v1/sessions/refresh').set('cookie', cookie).expect(200);
    await asking(stores.url, renewed.body.accessToken).get('/v1/stores').expect(403);
    const { otpauthUri } = await setUp(login);
    const again = await as(login, codeOf(otpauthUri));
    expect((await again.get('/v1/sessions/current')).body).toMatchObject({
      role: 'finance',
      stores: ['sh-01'],
    });
    await again.get('/v1/stores').expect(200);
  });

  it('is kept sealed: neither its secret nor a recovery code can be read where it is kept', async () => {
    const { login } = await hire();
    const { otpauthUri, recoveryCodes } = await setUp(login);
    const secret = new URL(otpauthUri).searchParams.get('secret')!;
    const kept: { row: string }[] = await stores.app
      .get(DataSource)
      .query(
        `select row_to_json(second_factor)::text as row from second_factor union all select data::text from event`,
      );
    const text = kept.map(({ row }) => row).join('\n');
    expect(text.length).toBeGreaterThan(1_000);
    for (const plain of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(text).not.toContain(plain);
  });

  it('is not demanded of a role that there is not: the service does not begin', () => {
    process.env['LIREN_SECOND_FACTOR_ROLES'] = 'boss';
    expect(secondFactorRoles).toThrow(/LIREN_SECOND_FACTOR_ROLES/);
    process.env['LIREN_SECOND_FACTOR_ROLES'] = '';
    expect(secondFactorRoles()).toEqual([]);
  });
});

import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Tokens } from '#libs/access';
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
import { PasswordsQuery } from '../src/account/passwords.query.js';
import { StoresModule } from '../src/stores.module.js';

const PASSWORD = 'four words one smile';

describe('signing in, from outside', () => {
  const clock = movableClock('2026-03-01T01:00:00.000Z');
  let stores: TestedService;
  let admin: Asking;
  let people = 0;

  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock, accessSource: undefined });
    admin = asking(stores.url, await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD));
  });
  afterAll(() => stores.stop());

  const hire = async (more: object = {}): Promise<{ login: string; staffId: string }> => {
    const login = `somebody-${(people += 1)}`;
    const her = { name: '李娜', login, password: PASSWORD, role: 'therapist', post: 'therapist' };
    const { body } = await admin
      .post('/v1/staff')
      .send({ ...her, storeIds: ['sh-01'], ...more })
      .expect(201);
    return { login, staffId: body.staffId };
  };
  const start = (login: string, password = PASSWORD) =>
    asking(stores.url).post('/v1/sessions').send({ login, password });
  const cookieOf = ({ headers }: { headers: Record<string, unknown> }): string =>
    (headers['set-cookie'] as string[])[0]!.split(';')[0]!;
  const browserOf = ({ headers }: { headers: Record<string, unknown> }): string =>
    (headers['set-cookie'] as string[])[1]!.split(';')[0]!;
  const refresh = (cookie: string) => asking(stores.url).post('/v1/sessions/refresh').set('cookie', cookie);
  const me = (token: string) => asking(stores.url, token).get('/v1/sessions/current');

  it('answers a token for a quarter of an hour, and a cookie that no script reads', async () => {
    const { login, staffId } = await hire();
    const started = await start(login.toUpperCase()).expect(201);
    expect(started.body).toEqual({ accessToken: expect.any(String), expiresIn: 900 });
    expect(started.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^liren_refresh=[0-9a-f-]{36}\.[\w-]{43}; Max-Age=43200; Path=\/v1\/sessions; HttpOnly; SameSite=Strict$/,
      ),
      expect.stringMatching(
        /^liren_browser=[\w-]{43}; Max-Age=34560000; Path=\/v1\/sessions; HttpOnly; SameSite=Strict$/,
      ),
    ]);
    await me(started.body.accessToken).expect(200, {
      subject: staffId,
      name: '李娜',
      role: 'therapist',
      stores: ['sh-01'],
    });
    const overTls = await asking(stores.url)
      .post('/v1/sessions')
      .set('x-forwarded-proto', 'https')
      .send({ login, password: PASSWORD });
    expect(overTls.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-liren_refresh=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
      expect.stringMatching(
        /^__Host-liren_browser=[^;]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
  });

  it('says the same for a wrong password, an unknown login and a locked account', async () => {
    const { login } = await hire();
    const answers = [await start('nobody').expect(401)];
    for (let tries = 0; tries < 6; tries += 1) answers.push(await start(login, 'wrong').expect(401));
    answers.push(await start(login).expect(401)); // right, and too late
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    clock.advance(61_000);
    await start(login).expect(201);
  });

  it('lets her in where she was before while a stranger guesses on, and changes her password there', async () => {
    const { login } = await hire();
    const started = await start(login).expect(201);
    const kept = browserOf(started);
    for (let tries = 0; tries < 6; tries += 1) await start(login, 'wrong').expect(401);
    await start(login).expect(401); // from elsewhere
    await start(login)
      .set('cookie', `liren_browser=${'A'.repeat(43)}`)
      .expect(401);
    const again = await start(login).set('cookie', kept).expect(201);
    expect(again.headers['set-cookie']).toContainEqual(expect.stringContaining(kept));
    await asking(stores.url, again.body.accessToken)
      .put('/v1/staff/me/password')
      .send({ currentPassword: PASSWORD, password: 'a much better one' })
      .expect(200);
    const [{ n }] = await stores.app
      .get(DataSource)
      .query(`select count(*)::int as n from event where data::text like $1`, [`%${kept.split('=')[1]}%`]);
    expect(n).toBe(0); // only its hash is kept
  });

  it('lets guessers at one account try no more than the lock allows, all at once', async () => {
    const { login, staffId } = await hire();
    await Promise.all(Array.from({ length: 20 }, () => start(login, 'wrong').expect(401)));
    const [tries] = await stores.app
      .get(DataSource)
      .query(`select count(*)::int as n from event where stream = $1 and type = 'SignInFailed'`, [
        `staff:${staffId}`,
      ]);
    expect(tries).toEqual({ n: 5 });
  });

  it('never signs in twice by the same idempotency key: a password once right is not right for ever', async () => {
    const { login } = await hire();
    const keyed = (password: string) => start(login, password).set('idempotency-key', 'once');
    await keyed(PASSWORD).expect(201);
    await keyed('wrong').expect(401);
  });

  it('renews the token by the cookie, and the cookie with it; a stolen cookie ends the session for both', async () => {
    const { login } = await hire();
    const first = cookieOf(await start(login).expect(201));
    const renewed = await refresh(first).expect(200);
    await me(renewed.body.accessToken).expect(200);
    clock.advance(11_000);
    await refresh(first).expect(401);
    await refresh(cookieOf(renewed)).expect(401);
  });

  it('ends the session before when somebody signs in anew in the same browser, and no other', async () => {
    const [one, other] = [await hire(), await hire()];
    const before = await start(one.login).expect(201);
    const elsewhere = await start(one.login).expect(201);
    const guess = cookieOf(elsewhere).replace(/\..*/, '.guessed');
    await start(other.login).set('cookie', guess).expect(201);
    await start(other.login).set('cookie', cookieOf(before)).expect(201);
    await eventually(() => me(before.body.accessToken).expect(401));
    await refresh(cookieOf(before)).expect(401);
    await me(elsewhere.body.accessToken).expect(200);
    await refresh(cookieOf(elsewhere)).expect(200);
  });

  it('refreshes for pages of its own alone', async () => {
    const { login } = await hire();
    const cookie = cookieOf(await start(login).expect(201));
    await refresh(cookie).set('sec-fetch-site', 'cross-site').expect(403);
    await asking(stores.url).post('/v1/sessions/refresh').expect(401);
  });

  it('signs out here: the token is refused at once, other sessions go on', async () => {
    const { login } = await hire();
    const here = (await start(login)).body.accessToken;
    const there = (await start(login)).body.accessToken;
    const { headers } = await asking(stores.url, here).delete('/v1/sessions/current').expect(200);
    expect(headers).toMatchObject({
      'set-cookie': [expect.stringMatching(/^liren_refresh=; Max-Age=0;/)],
      'clear-site-data': '"cache", "storage"',
    });
    await eventually(() => me(here).expect(401));
    await me(there).expect(200);
  });

  it('shows somebody her own sessions, and ends the one she points at, when she has just signed in', async () => {
    const [{ login }, other] = [await hire(), await hire()];
    const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const there = await start(login).set('user-agent', FIREFOX).expect(201);
    clock.advance(60_000);
    const elsewhere = (await start(other.login).expect(201)).body.accessToken;
    const old = (await start(login).expect(201)).body.accessToken;
    clock.advance(11 * 60_000);
    await refresh(cookieOf(there)).expect(200);
    const here = (await start(login).expect(201)).body.accessToken;
    const list = async (token = here) => {
      const { body } = await asking(stores.url, token).get('/v1/sessions').expect(200);
      return body.items as { sessionId: string; from: string; isThisOne: boolean }[];
    };
    const [hers, , theOther] = await eventually(async () => {
      const items = await list();
      expect(items).toMatchObject([
        { isThisOne: true, from: 'another program' },
        { isThisOne: false, from: 'another program' },
        { isThisOne: false, from: 'Firefox on Linux' },
      ]);
      return items;
    });
    const minutes = (from: unknown, to: unknown) =>
      (Date.parse(String(to)) - Date.parse(String(from))) / 60_000;
    const { startedAt, lastUsedAt, endsAt } = theOther as unknown as Record<string, unknown>;
    expect([minutes(startedAt, lastUsedAt), minutes(startedAt, endsAt)]).toEqual([12, 12 * 60]);

    const end = (token: string, sessionId: string) =>
      asking(stores.url, token).delete(`/v1/sessions/${sessionId}`);
    expect((await end(old, theOther!.sessionId).expect(403)).body.code).toBe('sign-in-again');
    await end(here, (await list(elsewhere))[0]!.sessionId).expect(404);
    await end(here, '0190a000-0000-7000-8000-0000000000ff').expect(404);
    await end(here, theOther!.sessionId).expect(200);
    await eventually(() => me(there.body.accessToken).expect(401));
    await refresh(cookieOf(there)).expect(401);
    await eventually(async () => expect(await list()).toHaveLength(2));
    await me(here).expect(200);

    clock.advance(2 * 3_600_000); // nobody used them meanwhile
    expect(await list()).toEqual([]);
    const again = (await start(login).expect(201)).body.accessToken;
    await eventually(async () => expect(await list(again)).toHaveLength(1));
    await end(again, hers!.sessionId).expect(200);
  });

  it('signs out everywhere, when somebody wants it and whenever what she may do changes', async () => {
    const { login, staffId } = await hire();
    const ways = [
      (token: string) => asking(stores.url, token).delete('/v1/sessions').expect(200),
      () => admin.delete(`/v1/staff/${staffId}/sessions`).expect(200),
      () =>
        admin
          .put(`/v1/staff/${staffId}/access`)
          .send({ role: 'consultant', storeIds: ['sh-01'] })
          .expect(200),
      () =>
        admin
          .put(`/v1/staff/${staffId}/password`)
          .send({ password: `${PASSWORD} new` })
          .expect(200),
    ];
    for (const way of ways) {
      const started = await start(login).expect(201);
      await way(started.body.accessToken);
      await eventually(() => me(started.body.accessToken).expect(401));
      await refresh(cookieOf(started)).expect(401);
    }
    await start(login).expect(401);
    await start(login, `${PASSWORD} new`).expect(201);
  });

  it('lets who has left in no more', async () => {
    const { login, staffId } = await hire();
    const { accessToken } = (await start(login)).body;
    await admin.post(`/v1/staff/${staffId}/end-of-employment`).send({ reason: 'resigned' }).expect(200);
    await eventually(() => me(accessToken).expect(401));
    await start(login).expect(401);
  });

  it('lets somebody change her own password, knowing the old one, to one that is not easy', async () => {
    const { login } = await hire();
    const change = async (body: object) => {
      const { accessToken } = (await start(login).expect(201)).body;
      return asking(stores.url, accessToken).put('/v1/staff/me/password').send(body);
    };
    expect((await change({ currentPassword: 'wrong', password: 'a much better one' })).status).toBe(401);
    const easy = await change({ currentPassword: PASSWORD, password: 'password1234' });
    expect(easy.body).toMatchObject({ status: 409, code: 'password-too-easy' });
    expect((await change({ currentPassword: PASSWORD, password: 'a much better one' })).status).toBe(200);
    await start(login, 'a much better one').expect(201);
  });

  it('lets nobody in by a password that is changed while it is compared', async () => {
    const { login, staffId } = await hire();
    const passwords = stores.app.get(PasswordsQuery);
    const compared = passwords.matches.bind(passwords);
    const comparing = jest.spyOn(passwords, 'matches').mockImplementationOnce(async (...given) => {
      const matches = await compared(...given);
      await admin.put(`/v1/staff/${staffId}/password`).send({ password: 'a much better one' }).expect(200);
      return matches;
    });
    await start(login).expect(401);
    comparing.mockRestore();
    await start(login, 'a much better one').expect(201);
  });

  it('keeps the password that she chose when an administrator’s request comes again, or its key for another', async () => {
    const { login, staffId } = await hire();
    const give = (password: string) =>
      admin.put(`/v1/staff/${staffId}/password`).set('idempotency-key', `for ${login}`).send({ password });
    const given = (await give('until she has her own').expect(200)).body;
    const { accessToken } = (await start(login, 'until she has her own').expect(201)).body;
    await asking(stores.url, accessToken)
      .put('/v1/staff/me/password')
      .send({ currentPassword: 'until she has her own', password: 'a much better one' })
      .expect(200);
    expect((await give('until she has her own').expect(200)).body).toEqual(given);
    await give('quite another of his').expect(422);
    await start(login, 'a much better one').expect(201);
    await start(login, 'until she has her own').expect(401);
    await start(login, 'quite another of his').expect(401);
  });

  it('counts wrong current passwords with those of signing in, whatever their key, and locks the account', async () => {
    const { login } = await hire();
    const started = await start(login).expect(201);
    const { accessToken } = started.body;
    const there = (password?: string) => start(login, password).set('cookie', browserOf(started));
    const change = (currentPassword: string) =>
      asking(stores.url, accessToken)
        .put('/v1/staff/me/password')
        .set('idempotency-key', `change of ${login}`)
        .send({ currentPassword, password: 'a much better one' });
    for (let tries = 0; tries < 4; tries += 1) await change('wrong').expect(401);
    const refused = await there('wrong').expect(401); // the fifth
    expect(refused.body.code).toBe((await change(PASSWORD).expect(401)).body.code); // right, and too late
    await there().expect(401);
    clock.advance(61_000);
    await change(PASSWORD).expect(200);
    await start(login, 'a much better one').expect(201);
  });

  it('takes a login once, however it is written, and hires once for one key', async () => {
    const { login } = await hire();
    const again = {
      name: 'B',
      password: PASSWORD,
      role: 'front-desk',
      post: 'front-desk',
      storeIds: ['sh-01'],
    };
    const taken = await admin
      .post('/v1/staff')
      .send({ ...again, login: ` ${login.toUpperCase()}` })
      .expect(409);
    expect(taken.body.code).toBe('login-taken');
    const keyed = () =>
      admin
        .post('/v1/staff')
        .set('idempotency-key', 'hire b')
        .send({ ...again, login: 'b-once' })
        .expect(201);
    expect((await keyed()).body).toEqual((await keyed()).body);
  });

  it('leaves no account of a hiring whose key was used for something else', async () => {
    const before = await hire();
    const body = (login: string) => ({
      ...{ name: '陈静', login, password: PASSWORD, role: 'front-desk', post: 'front-desk' },
      storeIds: ['sh-01'],
    });
    const accounts = async () =>
      (
        await stores.app.get(DataSource).query(`select login from account where name = '陈静' order by 1`)
      ).map((one: { login: string }) => one.login);
    const keyed = (login: string, key: string) =>
      admin.post('/v1/staff').set('idempotency-key', key).send(body(login));
    const access = { role: 'therapist', storeIds: ['sh-01', 'sh-02'] };
    await admin
      .put(`/v1/staff/${before.staffId}/access`)
      .set('idempotency-key', 'of another request')
      .send(access)
      .expect(200);
    await keyed('jing', 'of another request').expect(422);
    expect(await accounts()).toEqual([]);
    await start('jing').expect(401);
    await keyed('jing', 'her own').expect(201);
    await keyed('jing-2', 'her own').expect(422);
    expect(await accounts()).toEqual(['jing']);
    await start('jing').expect(201);
  });

  it('keeps the account of the one who was hired, when two come with one key at once', async () => {
    const names = Array.from({ length: 6 }, (_, at) => `one-key-${at}`);
    const answers = await Promise.all(
      names.map((login) =>
        admin
          .post('/v1/staff')
          .set('idempotency-key', 'one key for many')
          .send({
            ...{ name: login, login, password: `${PASSWORD} ${login}`, role: 'front-desk' },
            ...{ post: 'front-desk', storeIds: ['sh-01'] },
          }),
      ),
    );
    const hired = names.filter((_, at) => answers[at]!.status === 201);
    expect(hired).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(names.length - 1);
    const { accessToken } = (await start(hired[0]!, `${PASSWORD} ${hired[0]!}`).expect(201)).body;
    expect((await me(accessToken).expect(200)).body.name).toBe(hired[0]);
  });

  it.each([
    ['a space of no width', 'lina\u200b'],
    ['a filler', '\u3164'],
    ['a mark that turns the line', 'li\u202ena'],
    ['a new line', 'li\nna'],
  ])('gives nobody a login with what nobody sees: %s', async (_what, login) => {
    const her = { name: '李娜', login, password: PASSWORD, role: 'therapist', post: 'therapist' };
    const { body } = await admin
      .post('/v1/staff')
      .send({ ...her, storeIds: ['sh-01'] })
      .expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'login' })]);
  });

  it('gives a login to one of many who are hired with it at once, and to the next when a hiring broke off', async () => {
    const body = {
      name: 'B',
      password: PASSWORD,
      role: 'front-desk',
      post: 'front-desk',
      storeIds: ['sh-01'],
    };
    const hireAs = (login: string) => admin.post('/v1/staff').send({ ...body, login });
    const answers = await Promise.all(Array.from({ length: 8 }, () => hireAs('wanted')));
    expect(answers.map(({ status, body: { code = 'hired' } }) => `${status} ${code}`).sort()).toEqual([
      '201 hired',
      ...Array<string>(7).fill('409 login-taken'),
    ]);
    await start('wanted').expect(201);
    await stores.app
      .get(DataSource)
      .query(`insert into account values (gen_random_uuid(), 'C', 'broken off', 'no hash at all')`);
    await hireAs('broken off').expect(201);
    await start('broken off').expect(201);
  });

  it('lists who works in one’s own stores', async () => {
    await hire({ storeIds: ['bj-01'] });
    const manager = await hire({ role: 'store-manager', post: 'store-manager', storeIds: ['bj-01'] });
    const { accessToken } = (await start(manager.login)).body;
    const list = await eventually(async () => {
      const { body } = await asking(stores.url, accessToken).get('/v1/staff').expect(200);
      expect(body.items).toHaveLength(2);
      return body;
    });
    expect(list.items.map((one: { storeIds: string[] }) => one.storeIds)).toEqual([['bj-01'], ['bj-01']]);
  });

  it('asks who it is before it reads what is sent, and keeps no password in the log', async () => {
    await asking(stores.url).post('/v1/staff').send({}).expect(401);
    await asking(stores.url, 'x.y.z').post('/v1/staff').send({}).expect(401);
    const [{ n }] = await stores.app
      .get(DataSource)
      .query(`select count(*)::int as n from event where data::text like $1 or data::text like '%argon2%'`, [
        `%${PASSWORD}%`,
      ]);
    expect(n).toBe(0);
  });

  it('still verifies while a new key is made, and when the list of keys comes anew', async () => {
    const { login } = await hire();
    const { accessToken } = (await start(login)).body;
    await stores.app.get(Tokens).refresh();
    await me(accessToken).expect(200);
  });

  it('still verifies when each of many processes makes a new key at once, and no more by keys of long ago', async () => {
    const { login } = await hire();
    const [hers, older] = [(await start(login)).body.accessToken, (await start(login)).body.accessToken];
    const database = stores.app.get(DataSource);
    await database.query(
      `insert into signing_key (kid, public, sealed)
       select kid || one, jsonb_set(public::jsonb, '{kid}', to_jsonb(kid || one))::json, sealed
         from signing_key cross join generate_series(1, 8) as one`,
    );
    await stores.app.get(Tokens).refresh();
    await me(hers).expect(200);
    await database.query(`update signing_key set made_at = made_at - interval '61 days'`);
    await stores.app.get(Tokens).refresh();
    await me(older).expect(401);
    await database.query(`update signing_key set made_at = made_at + interval '61 days'`);
    await stores.app.get(Tokens).refresh();
  });

  it('takes a password for as long as nobody changes it', async () => {
    const { login } = await hire();
    clock.advance(2 * 366 * 24 * 3_600_000);
    await start(login).expect(201);
  });

  it('does not begin with a password for admin that others would guess', async () => {
    process.env['LIREN_ADMIN_PASSWORD'] = 'Admin2026';
    const starting = startForTest(StoresModule, { logLevel: 'silent' });
    await expect(starting).rejects.toMatchObject({ code: 'password-too-easy' });
    process.env['LIREN_ADMIN_PASSWORD'] = TEST_ADMIN_PASSWORD;
  });
});

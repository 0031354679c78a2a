import { jest } from '@jest/globals';
import { asking, freshBaseUrl, movableClock, signIn, startForTest, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

const DAY_MS = 86_400_000;
const CHOSEN = 'a long one that she has chosen';

describe('the first administrator', () => {
  const clock = movableClock('2026-03-01T01:00:00.000Z');
  const databaseUrl = freshBaseUrl();
  const before = process.env['LIREN_ADMIN_PASSWORD'];
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  let stores: TestedService | undefined;
  let stays: string | undefined;
  afterAll(async () => {
    await stores?.stop();
    printed.mockRestore();
    if (before !== undefined) process.env['LIREN_ADMIN_PASSWORD'] = before;
    else delete process.env['LIREN_ADMIN_PASSWORD'];
  });

  /** Starts anew, with this LIREN_ADMIN_PASSWORD. */
  const begin = async (given: string): Promise<string> => {
    await stores?.stop();
    printed.mockClear();
    process.env['LIREN_ADMIN_PASSWORD'] = given;
    stores = await startForTest(StoresModule, { databaseUrl, clock, accessSource: undefined });
    return printed.mock.calls.flat().join('\n');
  };
  const start = (login: string, password: string) =>
    asking(stores!.url).post('/v1/sessions').send({ login, password });

  it('has a made-up password for a week, which is said with it; then a start with another is the way back', async () => {
    const said = await begin('');
    const [, madeUp] = /^Sign in as admin with ([\w-]{24}) \(.*good for 7 days\)$/.exec(said)!;
    await start('admin', madeUp!).expect(201);
    expect(await begin('')).toBe(''); // shown once
    clock.advance(7 * DAY_MS - 1);
    await start('admin', madeUp!).expect(201);
    clock.advance(1);
    expect((await start('admin', madeUp!).expect(401)).body.code).toBe('password-over');
    expect((await start('admin', 'wrong').expect(401)).body.code).toBe('not-signed-in');
    expect(await begin(CHOSEN)).toBe('The password of admin is now the one of LIREN_ADMIN_PASSWORD.');
    expect((await start('admin', madeUp!).expect(401)).body.code).toBe('not-signed-in');
    await start('admin', CHOSEN).expect(201);
  });

  it('keeps a password that somebody has chosen, however long and whatever a start says', async () => {
    clock.advance(400 * DAY_MS);
    expect(await begin('another long one for a start')).toBe('');
    await start('admin', 'another long one for a start').expect(401);
    await start('admin', CHOSEN).expect(201);
  });

  it('is ended once there is another administrator, and not before; then no start brings it back', async () => {
    const admin = asking(stores!.url, await signIn(stores!.url, 'admin', CHOSEN));
    const { body: me } = await admin.get('/v1/sessions/current').expect(200);
    const end = (who: typeof admin, staffId: string) =>
      who.post(`/v1/staff/${staffId}/end-of-employment`).send({ reason: 'replaced' });
    expect((await end(admin, me.subject).expect(409)).body.code).toBe('last-admin');
    const demoted = await admin
      .put(`/v1/staff/${me.subject}/access`)
      .send({ role: 'auditor', storeIds: [] })
      .expect(409);
    expect(demoted.body.code).toBe('last-admin');

    const hire = async (by: typeof admin, login: string) => {
      const her = { name: '王芳', login, password: CHOSEN, role: 'hq-admin', post: 'headquarters' };
      const { body } = await by.post('/v1/staff').send(her).expect(201);
      return {
        staffId: body.staffId as string,
        asks: asking(stores!.url, await signIn(stores!.url, login, CHOSEN)),
      };
    };
    const refused = await Promise.all(Array.from({ length: 40 }, () => end(admin, me.subject)));
    expect(refused.map(({ status }) => status)).toEqual(Array<number>(40).fill(409));
    const fang = await hire(admin, 'fang');
    await end(fang.asks, me.subject).expect(200);
    const lin = await hire(fang.asks, 'lin');
    const both = await Promise.all([end(fang.asks, lin.staffId), end(lin.asks, fang.staffId)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]); // one of them is left
    stays = both[0].status === 200 ? 'fang' : 'lin';
    expect(await begin('another long one for a start')).toBe('');
    for (const password of [CHOSEN, 'another long one for a start'])
      await start('admin', password).expect(401);
  });

  it('is not whoever is hired with that login then: a start changes nothing of hers', async () => {
    const asks = asking(stores!.url, await signIn(stores!.url, stays!, CHOSEN));
    const her = { name: '李娜', login: 'admin', password: CHOSEN, role: 'hq-analyst', post: 'headquarters' };
    await asks.post('/v1/staff').send(her).expect(201);
    expect(await begin('another long one for a start')).toBe('');
    await start('admin', 'another long one for a start').expect(401);
    await start('admin', CHOSEN).expect(201);
  });
});

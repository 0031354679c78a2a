import { DataSource } from 'typeorm';
import { TOTP, URI } from 'otpauth';
import { EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
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
import type { EmploymentEnded } from '../src/staff/staff.events.js';
import { staff } from '../src/staff/staff.js';
import { StoresModule } from '../src/stores.module.js';

const PASSWORD = 'rain on the north road';
const SWEPT_MS = 15_000;

describe('leaving, and coming back to work', () => {
  const clock = movableClock('2026-03-01T01:00:00.000Z');
  let stores: TestedService;
  let admin: Asking;
  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock, accessSource: undefined });
    admin = asking(stores.url, await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD));
  });
  afterAll(() => stores.stop());

  const hiring = (login: string, more: object = {}) => ({
    ...{ name: '李娜', login, password: PASSWORD, role: 'therapist', post: 'therapist', storeIds: ['sh-01'] },
    ...more,
  });
  const hire = async (login: string, more: object = {}): Promise<string> =>
    (await admin.post('/v1/staff').send(hiring(login, more)).expect(201)).body.staffId;
  const end = (staffId: string, key: string = uuidv7()) =>
    admin
      .post(`/v1/staff/${staffId}/end-of-employment`)
      .set('idempotency-key', key)
      .send({ reason: 'resigned' });
  const start = (login: string, password = PASSWORD) =>
    asking(stores.url).post('/v1/sessions').send({ login, password });
  const whoIs = async (login: string, password = PASSWORD): Promise<string> => {
    const { accessToken } = (await start(login, password).expect(201)).body;
    return (await asking(stores.url, accessToken).get('/v1/sessions/current').expect(200)).body.subject;
  };
  const query = (sql: string, values: unknown[]) => stores.app.get(DataSource).query(sql, values);
  const listed = async (staffId: string) => {
    const { body } = await admin.get('/v1/staff?limit=500').expect(200);
    return body.items.find((one: { staffId: string }) => one.staffId === staffId);
  };

  it('makes another account of whoever is hired with the login, whose facts are her own', async () => {
    const first = await hire('lina');
    const learned = { training: 'desk', completedOn: '2026-02-01' };
    await admin.post(`/v1/staff/${first}/trainings`).send(learned).expect(201);
    const { accessToken } = (await start('lina').expect(201)).body;
    await end(first).expect(200);
    await start('lina').expect(401);

    const second = await hire(' LiNa ', { password: 'another on the south road' });
    expect(second).not.toBe(first);
    expect(await whoIs('lina', 'another on the south road')).toBe(second);
    await start('lina').expect(401); // what the one before knew opens nothing of hers
    await eventually(() => asking(stores.url, accessToken).get('/v1/sessions/current').expect(401));
    const { state } = await stores.app.get(EventStore).load(staff, second);
    expect(state).toMatchObject({ status: 'employed', epoch: 0, trainings: [], identity: null });
    const taken = await admin.post('/v1/staff').send(hiring('lina')).expect(409);
    expect(taken.body.code).toBe('login-taken');
  });

  it('shows who has left by her name, and keeps nothing that she signed in with', async () => {
    const staffId = await hire('fang', { name: '王芳' });
    const { accessToken } = (await start('fang').expect(201)).body;
    const her = asking(stores.url, accessToken);
    const { body: offered } = await her.post('/v1/staff/me/second-factor').expect(201);
    const code = (URI.parse(offered.otpauthUri) as TOTP).generate({ timestamp: clock.now().getTime() });
    await her.post(`/v1/staff/me/second-factor/${offered.factorId}/confirmation`).send({ code }).expect(200);
    await end(staffId).expect(200);
    await eventually(async () => {
      const kept = await query('select name, login, password_hash as hash from account where staff_id = $1', [
        staffId,
      ]);
      expect(kept).toEqual([{ name: '王芳', login: null, hash: null }]);
    }, SWEPT_MS);
    expect(await query('select from second_factor where staff_id = $1', [staffId])).toEqual([]);
    expect(await listed(staffId)).toMatchObject({ name: '王芳', login: null, status: 'left' });
    const password = { password: 'one for nobody at all' };
    const given = await admin.put(`/v1/staff/${staffId}/password`).send(password).expect(409);
    expect(given.body.code).toBe('staff-has-left');
  });

  it('answers an end and a hiring that are asked again as the first time, whoever has the login by then', async () => {
    const asked = (key: string) =>
      admin.post('/v1/staff').set('idempotency-key', key).send(hiring('twice')).expect(201);
    const { body: hired } = await asked('hire her');
    const { body: ended } = await end(hired.staffId, 'end it').expect(200);
    const { body: next } = await asked('hire the next');
    expect(next.staffId).not.toBe(hired.staffId);
    expect((await asked('hire her')).body).toEqual(hired);
    expect((await end(hired.staffId, 'end it').expect(200)).body).toEqual(ended);
    expect((await end(hired.staffId).expect(200)).body.appended).toBe(false);
    expect(await whoIs('twice')).toBe(next.staffId);
  });

  it('has one holder of a login, when an end and many hirings with it come at once', async () => {
    const first = await hire('wanted');
    const [ended, ...hired] = await Promise.all([
      end(first),
      ...Array.from({ length: 6 }, () => admin.post('/v1/staff').send(hiring('wanted'))),
    ]);
    expect(ended.status).toBe(200);
    const won = hired.filter(({ status }) => status === 201);
    expect(won.length).toBeLessThanOrEqual(1);
    const holder = won[0]?.body.staffId ?? (await hire('wanted'));
    expect(await whoIs('wanted')).toBe(holder);
  });

  it('gives free what somebody holds who left before an end did that, or whose end broke off after its fact', async () => {
    const before = await hire('before');
    const data = { staffId: before, reason: 'resigned', epoch: 1 };
    const occurredAt = clock.now().toISOString();
    const ended: EmploymentEnded = { type: 'EmploymentEnded', occurredAt, data };
    await inCommandContext({ commandId: uuidv7() }, () =>
      stores.app.get(EventStore).transact(staff, before, () => [ended]),
    );
    const next = await eventually(() => hire('before'), SWEPT_MS);
    expect(await whoIs('before')).toBe(next);
    expect(await query('select key from claim where stream = $1', [`staff:${before}`])).toEqual([]);
  });

  it('lets no password through that is set while she leaves', async () => {
    const staffId = await hire('leaving');
    const set = () => admin.put(`/v1/staff/${staffId}/password`).send({ password: 'one for nobody at all' });
    const [ended, ...given] = await Promise.all([end(staffId), set(), set(), set()]);
    expect(ended.status).toBe(200);
    for (const { status } of given) expect([200, 409]).toContain(status);
    await eventually(async () => {
      const kept = await query('select login, password_hash as hash from account where staff_id = $1', [
        staffId,
      ]);
      expect(kept).toEqual([{ login: null, hash: null }]);
    }, SWEPT_MS);
    await start('leaving', 'one for nobody at all').expect(401);
  });
});

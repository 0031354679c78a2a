import { movableClock, startForTest, type Asking, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

const PASSWORD = 'rain on the north road';

describe('a request that was answered, and is asked again after something else has changed', () => {
  const clock = movableClock('2026-03-01T01:00:00.000Z');
  let stores: TestedService;
  let manager: Asking;
  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock });
    const store = { storeId: 'sh-01', name: 'sh-01', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await stores.http.post('/v1/stores').send(store).expect(201);
    manager = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
  });
  afterAll(() => stores.stop());

  const hire = async (login: string, more: object = {}): Promise<string> => {
    const her = { name: login, login, role: 'front-desk', post: 'front-desk', storeIds: ['sh-01'], ...more };
    return (await stores.http.post('/v1/staff').send(her).expect(201)).body.staffId;
  };
  const leaves = (staffId: string) =>
    stores.http.post(`/v1/staff/${staffId}/end-of-employment`).send({ reason: 'resigned' }).expect(200);

  let keys = 0;
  /** Asks, lets something happen, asks the same again; then the same anew, which is refused by now. */
  const again = async (
    ask: (key: string) => ReturnType<Asking['post']>,
    happens: () => Promise<unknown>,
    code: string,
  ): Promise<void> => {
    keys += 1;
    const first = await ask(`first ${keys}`);
    expect(first.status).toBeLessThan(300);
    await happens();
    const second = await ask(`first ${keys}`);
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect((await ask(`anew ${keys}`)).body.code).toBe(code);
  };
  const post = (asks: Asking, path: string, body: object) => (key: string) =>
    asks.post(path).set('idempotency-key', key).send(body);
  const put = (path: string, body: object) => (key: string) =>
    stores.http.put(path).set('idempotency-key', key).send(body);

  it('hands a shift over, though the taker has left', async () => {
    const giver = await stores.as({
      role: 'front-desk',
      stores: ['sh-01'],
      subject: await hire('giver'),
    });
    const toStaffId = await hire('taker');
    const shift = { storeId: 'sh-01', toStaffId, goods: [], cashMinor: 0, open: [] };
    await again(post(giver, '/v1/hand-overs', shift), () => leaves(toStaffId), 'unknown-staff');
  });

  it('has somebody in a group who has left', async () => {
    const group = { groupId: 'desk', name: 'Desk', kind: 'department', storeId: 'sh-01' };
    await manager.post('/v1/groups').send(group).expect(201);
    const staffId = await hire('colleague');
    const joining = post(manager, '/v1/groups/desk/people', { staffId, as: 'head', from: '2026-03-01' });
    await again(joining, () => leaves(staffId), 'staff-has-left');
  });

  it('sets a password of who has left', async () => {
    const staffId = await hire('forgetful');
    const set = put(`/v1/staff/${staffId}/password`, { password: PASSWORD });
    await again(set, () => leaves(staffId), 'staff-has-left');
  });

  it('follows a check list that was withdrawn', async () => {
    const path = '/v1/documents/check-list/hygiene/versions';
    const content = { title: 'Hygiene', points: [{ pointId: 'towels', text: 'Towels are fresh' }] };
    const publish = (what: object | null) => () =>
      stores.http.post(path).send({ content: what, effectiveFrom: '2026-03-01' }).expect(201);
    const run = { storeId: 'sh-01', code: 'hygiene', results: [{ pointId: 'towels', outcome: 'ok' }] };
    for (const where of ['/v1/check-runs', '/v1/check-runs/unannounced']) {
      await publish(content)();
      await again(post(manager, where, run), publish(null), 'nothing-in-force');
    }
  });

  it('engages a processor whose assessment was withdrawn', async () => {
    const path = '/v1/documents/impact-assessment/messages/versions';
    const assessed = {
      ...{ title: 'Messages', assessedOn: '2026-02-01', causes: ['given-to-others'] },
      ...{ processing: 'Messages about appointments', necessity: 'To remind', risks: 'A leak' },
      ...{ measures: 'Encrypted', outcome: 'done-with-measures' },
    };
    const publish = (content: object | null) =>
      stores.http.post(path).send({ content, effectiveFrom: '2026-02-01' }).expect(201);
    await publish(assessed);
    const agreement = {
      ...{ processorId: 'messages', name: 'Messages Ltd', country: 'CN', agreementNumber: 'SH-2026-041' },
      ...{ effectiveFrom: '2026-03-01', until: '2026-12-31', purposes: ['administration'] },
      ...{ kinds: ['contact'], processing: 'Sends messages', measures: 'Encrypted' },
      ...{ assessment: 'messages', inspectEveryMonths: 6 },
    };
    const engaging = post(stores.http, '/v1/processors', agreement);
    await again(engaging, () => publish(null), 'impact-not-assessed');
  });

  it('takes a role from an administrator who is the last one by now', async () => {
    const head = { role: 'hq-admin', post: 'headquarters', storeIds: [] };
    const staffId = await hire('head', head);
    const { body: list } = await stores.http.get('/v1/staff?limit=500').expect(200);
    const others = (list.items as { staffId: string; role: string }[]).filter(
      (one) => one.role === 'hq-admin' && one.staffId !== staffId,
    );
    const access = `/v1/staff/${staffId}/access`;
    await again(
      put(access, { role: 'auditor', storeIds: [] }),
      async () => {
        await stores.http.put(access).send({ role: 'hq-admin', storeIds: [] }).expect(200);
        for (const other of others) await leaves(other.staffId);
      },
      'last-admin',
    );
  });
});

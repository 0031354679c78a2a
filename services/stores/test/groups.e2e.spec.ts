import { movableClock, startForTest, type Asking, type TestedService } from '#libs/testing';
import type { Role } from '#libs/access';
import { StoresModule } from '../src/stores.module.js';

describe('groups of staff, from outside', () => {
  let stores: TestedService;
  let manager: Asking;
  let elsewhere: Asking;
  const clock = movableClock('2026-03-01T01:00:00.000Z');

  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock });
    await stores.http.post('/v1/regions').send({ regionId: 'east', name: '华东' }).expect(201);
    for (const storeId of ['sh-01', 'sh-02']) {
      const store = { storeId, name: storeId, region: 'east', timeZone: 'Asia/Shanghai', currency: 'CNY' };
      await stores.http.post('/v1/stores').send(store).expect(201);
    }
    manager = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
    elsewhere = await stores.as({ role: 'store-manager', stores: ['sh-02'] });
  });
  afterAll(() => stores.stop());

  const hire = async (
    login: string,
    role: Role = 'consultant',
    storeIds = ['sh-01'],
    post = 'consultant',
  ) => {
    const { body } = await stores.http
      .post('/v1/staff')
      .send({ name: login, login, role, post, storeIds })
      .expect(201);
    const { staffId } = body as { staffId: string };
    return { staffId, asks: await stores.as({ role, stores: storeIds, subject: staffId }) };
  };
  const form = (asks: Asking, group: object) =>
    asks.post('/v1/groups').send({ name: 'A group', kind: 'department', ...group });
  const join = (asks: Asking, groupId: string, staffId: string, as = 'colleague', from = '2026-03-01') =>
    asks.post(`/v1/groups/${groupId}/people`).send({ staffId, as, from });

  it('are formed by headquarters, and by managers in their own stores', async () => {
    expect((await form(manager, { groupId: 'personnel' }).expect(409)).body.code).toBe('group-of-the-chain');
    await form(stores.http, { groupId: 'Personnel' }).expect(201);
    expect((await form(stores.http, { groupId: 'personnel' }).expect(201)).body.appended).toBe(false);
    await form(stores.http, { groupId: 'nowhere', region: 'west' }).expect(404);
    await form(manager, { groupId: 'desk', storeId: 'sh-02' }).expect(403);
    const { body } = await form(manager, { groupId: 'desk', storeId: 'sh-01' }).expect(201);
    const { staffId } = await hire('desk-one');
    const stranger = await hire('desk-two', 'consultant', ['sh-02']);
    expect((await join(manager, 'desk', stranger.staffId).expect(404)).body.code).toBe('unknown-staff');
    await join(manager, 'desk', staffId).expect(201);
    const leaving = `/v1/groups/desk/people/${staffId}/leaving`;
    const { position } = (await manager.post(leaving).send({ until: '2026-03-31' }).expect(200)).body;
    const seen = async (asks: Asking) =>
      (await asks.get('/v1/groups').query({ minPosition: position }).expect(200)).body.items;
    expect(body.appended).toBe(true);
    expect(await seen(manager)).toEqual([
      expect.objectContaining({
        groupId: 'desk',
        people: [{ staffId, as: 'colleague', from: '2026-03-01', until: '2026-03-31' }],
      }),
      expect.objectContaining({ groupId: 'personnel', storeId: null, people: [] }),
    ]);
    expect(await seen(elsewhere)).toHaveLength(1);
  });

  it('get standards: who has it, who has signed, who is overdue', async () => {
    const head = await hire('finance-head', 'finance', [], 'finance');
    const colleague = await hire('finance-colleague', 'finance', [], 'finance');
    const nurse = await hire('nurse-one', 'therapist', ['sh-01'], 'nurse');
    const learner = await hire('learner', 'therapist', ['sh-01'], 'therapist');
    await form(stores.http, { groupId: 'finance' }).expect(201);
    await join(stores.http, 'finance', head.staffId, 'head').expect(201);
    await join(stores.http, 'finance', colleague.staffId).expect(201);
    const content = (groupId: string) => ({
      ...{ title: 'Service at the desk', issuedOn: '2026-03-01', text: '您好', posts: ['nurse'] },
      ...{ distribution: [{ groupId, headsOnly: true }], signWithinDays: 7 },
    });
    const publish = (groupId: string) =>
      stores.http
        .post('/v1/documents/standard/desk/versions')
        .send({ content: content(groupId), effectiveFrom: '2026-03-02' });
    expect((await publish('nobody').expect(404)).body.code).toBe('unknown-group');
    await publish('Finance').expect(201);
    const path = '/v1/documents/standard/desk';
    await head.asks.post(`${path}/receipts`).send({ version: 2 }).expect(404);
    await head.asks.post(`${path}/receipts`).send({ version: 1 }).expect(201);
    const statement = 'received-understood-and-will-follow';
    const signed = await nurse.asks.post(`${path}/signatures`).send({ version: 1, statement }).expect(201);
    const taken = await manager
      .post(`/v1/staff/${learner.staffId}/posts`)
      .send({ post: 'nurse', effectiveFrom: '2026-03-05' })
      .expect(201);
    const minPosition = Math.max(signed.body.position, taken.body.position);
    const list = async (asks: Asking, query: object = {}) =>
      (
        await asks
          .get(`${path}/signatures`)
          .query({ version: 1, minPosition, ...query })
          .expect(200)
      ).body.items as Record<string, unknown>[];
    const of = ({ staffId }: { staffId: string }, more: object) =>
      expect.objectContaining({ staffId, dueOn: '2026-03-09', overdue: false, ...more });
    const everybody = [
      of(head, { groups: ['finance'], receivedAt: '2026-03-01T01:00:00.000Z', signedAt: null }),
      of(nurse, { groups: [], signedAt: '2026-03-01T01:00:00.000Z' }),
    ];
    expect(new Set(await list(stores.http))).toEqual(new Set(everybody));
    expect(await list(manager)).toEqual([of(nurse, {})]);
    clock.moveTo('2026-03-10T01:00:00.000Z');
    const overdue = async (query: object = {}) =>
      (await list(stores.http, { overdue: true, ...query })).map(({ staffId }) => staffId).sort();
    expect(await overdue()).toEqual([head.staffId]);
    expect(await list(manager, { signed: false })).toEqual([
      expect.objectContaining({ staffId: learner.staffId, post: 'nurse', dueOn: '2026-03-12' }),
    ]);
    clock.moveTo('2026-03-13T01:00:00.000Z');
    expect(await overdue()).toEqual([head.staffId, learner.staffId].sort());
    await head.asks.post(`${path}/signatures`).send({ version: 1, statement }).expect(201);
    const again = await learner.asks.post(`${path}/signatures`).send({ version: 1, statement }).expect(201);
    expect(await overdue({ minPosition: again.body.position })).toEqual([]);
  });

  it('supervise stores unannounced, and see to it that what they find is put in order', async () => {
    const content = {
      title: 'Follow-up',
      points: [
        { pointId: 'files', text: 'Files are kept up' },
        { pointId: 'calls', text: 'Calls are made' },
      ],
    };
    const list = { content, effectiveFrom: '2026-03-01' };
    await stores.http.post('/v1/documents/check-list/follow-up/versions').send(list).expect(201);
    const duties = ['training', 'supervision', 'improvement'];
    const care = { groupId: 'client-care', kind: 'client-relations', duties, region: 'east' };
    await form(stores.http, care).expect(201);
    const looker = await hire('looker');
    const look = (asks: Asking, outcome: string, groupId?: string) =>
      asks.post('/v1/check-runs/unannounced').send({
        ...{ storeId: 'sh-01', code: 'follow-up', groupId },
        results: [{ pointId: 'calls', outcome, remark: 'three late' }],
      });
    expect((await look(looker.asks, 'ok').expect(409)).body.code).toBe('not-a-supervisor');
    expect((await look(looker.asks, 'ok', 'client-care').expect(409)).body.code).toBe('not-a-supervisor');
    await join(stores.http, 'client-care', looker.staffId).expect(201);
    const { runId } = (await look(looker.asks, 'not-ok', 'client-care').expect(201)).body;
    await look(manager, 'ok').expect(201);
    await look(manager, 'ok').expect(201);
    await look(elsewhere, 'ok').expect(403);
    const daily = {
      ...{ storeId: 'sh-01', code: 'follow-up' },
      results: ['files', 'calls'].map((pointId) => ({ pointId, outcome: 'not-ok' })),
    };
    const { position } = (await manager.post('/v1/check-runs').send(daily).expect(201)).body;
    const supervision = async (minPosition: number) => {
      const query = { from: '2026-03-01', until: '2026-03-31', minPosition };
      return (await stores.http.get('/v1/check-runs/supervision').query(query).expect(200)).body.items;
    };
    const never = { lastLookOn: null, findings: 0, open: 0, oldestOpenOn: null };
    const day = '2026-03-13';
    const sh01 = { storeId: 'sh-01', looks: 3, supervisors: 2, lastLookOn: day, findings: 3, open: 3 };
    expect(await supervision(position)).toEqual([
      { ...sh01, oldestOpenOn: day },
      { storeId: 'sh-02', looks: 0, supervisors: 0, ...never },
    ]);
    const settle = (asks: Asking, pointId: string) =>
      asks.post('/v1/check-runs/settlements').send({ runId, pointId, remark: 'calls-made' });
    await settle(elsewhere, 'calls').expect(403);
    expect((await settle(manager, 'files').expect(404)).body.code).toBe('unknown-finding');
    const settled = await settle(manager, 'calls').expect(201);
    const minPosition = settled.body.position as number;
    const findings = async (asks: Asking, query: object) =>
      (
        await asks
          .get('/v1/check-runs/findings')
          .query({ minPosition, ...query })
          .expect(200)
      ).body;
    expect((await findings(manager, { unannounced: true })).items).toEqual([
      expect.objectContaining({ runId, foundBy: looker.staffId, done: 'calls-made' }),
    ]);
    expect((await findings(elsewhere, {})).items).toEqual([]);
    const first = await findings(manager, { settled: false, limit: 1 });
    const second = await findings(manager, { settled: false, limit: 1, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ pointId }) => pointId)).toEqual(['calls', 'files']);
    expect(second.nextCursor).toBeNull();
    expect((await supervision(minPosition))[0]).toMatchObject({ findings: 3, open: 2 });
  });

  it('sign a standard until the last day is over where they work', async () => {
    const store = { storeId: 'la-01', name: 'la-01', timeZone: 'America/Los_Angeles', currency: 'USD' };
    await stores.http.post('/v1/stores').send(store).expect(201);
    clock.moveTo('2026-03-19T20:00:00.000Z'); // in Shanghai it is the 20th
    await hire('in-shanghai');
    await hire('in-los-angeles', 'consultant', ['la-01']);
    const content = { title: 'Windows', issuedOn: '2026-03-01', text: '窗', signWithinDays: 2 };
    const published = await stores.http
      .post('/v1/documents/standard/windows/versions')
      .send({ content, effectiveFrom: '2026-03-01' })
      .expect(201);
    const standing = async (storeId: string, now: string) => {
      clock.moveTo(now);
      const asked = await stores.as({ role: 'store-manager', stores: [storeId] });
      const { body } = await asked
        .get('/v1/documents/standard/windows/signatures')
        .query({ version: 1, minPosition: published.body.position })
        .expect(200);
      const said = body.items.map(({ dueOn, overdue }: { dueOn: string; overdue: boolean }) =>
        overdue ? `${dueOn}, overdue` : dueOn,
      );
      return [...new Set(said)];
    };
    expect(await standing('sh-01', '2026-03-22T15:59:59.999Z')).toEqual(['2026-03-22']);
    expect(await standing('sh-01', '2026-03-22T16:00:00.000Z')).toEqual(['2026-03-22, overdue']);
    expect(await standing('la-01', '2026-03-22T06:59:59.999Z')).toEqual(['2026-03-21']);
    expect(await standing('la-01', '2026-03-22T07:00:00.000Z')).toEqual(['2026-03-21, overdue']);
  });
});

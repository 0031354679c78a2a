import { jest } from '@jest/globals';
import { Views } from '#libs/service';
import { eventually, movableClock, startForTest, type Asking, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

describe('the days of a store, from outside', () => {
  let stores: TestedService;
  let manager: Asking;
  const clock = movableClock('2026-03-25T15:00:00.000Z');

  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock });
    for (const storeId of ['sh-01', 'sh-02']) {
      const store = { storeId, name: storeId, timeZone: 'Asia/Shanghai', currency: 'CNY' };
      await stores.http.post('/v1/stores').send(store).expect(201);
    }
    manager = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
  });
  afterAll(() => stores.stop());

  const hire = async (login: string, storeId = 'sh-01'): Promise<{ staffId: string; asks: Asking }> => {
    const her = {
      name: login,
      login,
      password: 'four words one smile',
      role: 'front-desk',
      post: 'front-desk',
    };
    const { body } = await stores.http
      .post('/v1/staff')
      .send({ ...her, storeIds: [storeId] })
      .expect(201);
    const { staffId } = body;
    return { staffId, asks: await stores.as({ role: 'front-desk', stores: [storeId], subject: staffId }) };
  };

  it('writes the plan of a month by the 25th, and says who has not', async () => {
    const plan = {
      ...{ storeId: 'sh-01', month: '2026-04' },
      targets: [{ metric: 'service-sales', unit: 'minor', value: 30_000_000 }],
    };
    const { body } = await manager.post('/v1/monthly-plans').send(plan).expect(201);
    await manager
      .post('/v1/monthly-plans')
      .send({ ...plan, storeId: 'sh-02' })
      .expect(403);
    const standings = async (who: Asking) => {
      const query = { month: '2026-04', minPosition: body.position };
      const list = await who.get('/v1/monthly-plans').query(query).expect(200);
      return list.body.items.map(({ storeId, standing }: Record<string, string>) => [storeId, standing]);
    };
    expect(await standings(stores.http)).toEqual([
      ['sh-01', 'written'],
      ['sh-02', 'due-today'],
    ]);
    clock.advance(3_600_000);
    expect(await standings(stores.http)).toEqual([
      ['sh-01', 'written'],
      ['sh-02', 'overdue'],
    ]);
    expect(await standings(manager)).toEqual([['sh-01', 'written']]);
    await manager
      .post('/v1/monthly-plans')
      .send({ ...plan, month: '2026-13' })
      .expect(400);
  });

  it('hands a shift over, and takes it with what was counted', async () => {
    const giver = await hire('giver');
    const taker = await hire('taker');
    const stranger = await hire('stranger', 'sh-02');
    const shift = {
      ...{ storeId: 'sh-01', cashMinor: 50_000, open: ['parcel-expected'] },
      goods: [{ productId: 'serum-30', quantity: 4 }],
    };
    const give = (toStaffId: string) => giver.asks.post('/v1/hand-overs').send({ ...shift, toStaffId });
    expect((await give(stranger.staffId).expect(404)).body.code).toBe('unknown-staff');
    const { handOverId } = (await give(taker.staffId).expect(201)).body;
    const counted = { countedMinor: 49_000, missing: [{ productId: 'serum-30', quantity: 1 }] };
    const accept = (asks: Asking) => asks.post(`/v1/hand-overs/${handOverId}/acceptance`).send(counted);
    expect((await accept(giver.asks).expect(409)).body.code).toBe('not-handed-to-you');
    await accept(stranger.asks).expect(403);
    const { position } = (await accept(taker.asks).expect(201)).body;
    const list = await manager.get('/v1/hand-overs').query({ minPosition: position }).expect(200);
    expect(list.body.items).toEqual([
      expect.objectContaining({
        ...{ handOverId, fromStaffId: giver.staffId, toStaffId: taker.staffId },
        ...{ differenceMinor: -1_000, missing: counted.missing },
      }),
    ]);
    expect((await stranger.asks.get('/v1/hand-overs').expect(200)).body.items).toEqual([]);
  });

  it('hands a shift over once for one key, and lists the newest first, page by page', async () => {
    const [giver, taker] = [await hire('early'), await hire('late')];
    const give = (key: string) =>
      giver.asks
        .post('/v1/hand-overs')
        .set('idempotency-key', key)
        .send({ storeId: 'sh-01', toStaffId: taker.staffId, goods: [], cashMinor: 0, open: [] })
        .expect(201);
    const given: string[] = [];
    for (let day = 1; day <= 5; day += 1) {
      clock.advance(60_000);
      const { body } = await give(`shift of day ${day}`);
      expect((await give(`shift of day ${day}`)).body).toEqual(body);
      given.unshift(body.handOverId);
    }
    const position = (
      await taker.asks
        .post(`/v1/hand-overs/${given[0]}/acceptance`)
        .send({ countedMinor: 0, missing: [] })
        .expect(201)
    ).body.position;
    const listed: string[] = [];
    const page = { limit: 2, minPosition: position };
    for (let cursor: string | null | undefined; cursor !== null;) {
      const answer: { body: { items: { handOverId: string }[]; nextCursor: string | null } } = await manager
        .get('/v1/hand-overs')
        .query({ ...page, cursor })
        .expect(200);
      listed.push(...answer.body.items.map(({ handOverId }) => handOverId));
      cursor = answer.body.nextCursor;
    }
    expect(listed.slice(0, 5)).toEqual(given);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('runs a check list once a day, as it is followed in the store', async () => {
    const content = { title: 'Hygiene', points: [{ pointId: 'towels', text: 'Towels are fresh' }] };
    const version = { content, effectiveFrom: '2026-03-01' };
    await stores.http.post('/v1/documents/check-list/hygiene/versions').send(version).expect(201);
    const run = (outcome: string) =>
      manager.post('/v1/check-runs').send({
        ...{ storeId: 'sh-01', code: 'hygiene' },
        results: [{ pointId: 'towels', outcome, remark: 'two short' }],
      });
    const { position } = (await run('not-ok').expect(201)).body;
    expect((await run('not-ok').expect(201)).body.appended).toBe(false);
    expect((await run('ok').expect(409)).body.code).toBe('check-list-run-already');
    const query = { day: '2026-03-26', minPosition: position };
    const list = await manager.get('/v1/check-runs').query(query).expect(200);
    expect(list.body.items).toEqual([expect.objectContaining({ storeId: 'sh-01', notOk: 1, version: 1 })]);
  });

  it('has a standard signed by those it is for, and names who has not', async () => {
    const signer = await hire('signer');
    const other = await hire('other');
    const content = {
      title: 'Service at the desk',
      issuedOn: '2026-03-01',
      text: '您好',
      posts: ['front-desk'],
    };
    const version = { content, effectiveFrom: '2026-03-01' };
    await stores.http.post('/v1/documents/standard/front-desk-service/versions').send(version).expect(201);
    const signatures = '/v1/documents/standard/front-desk-service/signatures';
    const statement = 'received-understood-and-will-follow';
    await signer.asks.post(signatures).send({ version: 1 }).expect(400);
    await signer.asks.post(signatures).send({ version: 2, statement }).expect(404);
    const { position } = (await signer.asks.post(signatures).send({ version: 1, statement }).expect(201))
      .body;
    const asked = async (signed: boolean) => {
      const { body } = await manager
        .get(signatures)
        .query({ version: 1, signed, minPosition: position })
        .expect(200);
      return body.items.map(({ staffId }: { staffId: string }) => staffId);
    };
    expect(await asked(true)).toEqual([signer.staffId]);
    expect(await asked(false)).toContain(other.staffId);
    expect(await asked(false)).not.toContain(signer.staffId);
  });

  it('has a rhythm, and headquarters sees which stores keep it', async () => {
    clock.moveTo('2026-04-06T02:00:00.000Z'); // a Monday
    const tell = (asks: Asking, kind: string, day: string | undefined, held: boolean) =>
      asks.post('/v1/store-rhythm').send({ storeId: 'sh-01', kind, day, held, topics: ['plan-of-the-day'] });
    expect((await tell(manager, 'morning-meeting', '2026-04-07', true).expect(409)).body.code).toBe(
      'in-the-future',
    );
    await tell(manager, 'morning-meeting', undefined, true).expect(201);
    await tell(manager, 'morning-meeting', '2026-03-31', true).expect(201);
    await tell(manager, 'morning-meeting', '2026-04-01', false).expect(201);
    expect((await tell(manager, 'morning-meeting', '2026-04-01', false).expect(201)).body.appended).toBe(
      false,
    );
    const { position } = (await tell(manager, 'study-time', '2026-03-30', true).expect(201)).body;
    const elsewhere = await stores.as({ role: 'store-manager', stores: ['sh-02'] });
    await tell(elsewhere, 'study-time', '2026-03-30', true).expect(403);
    const period = { from: '2026-04-01', until: '2026-04-30', minPosition: position };
    const list = async (asks: Asking) =>
      (await asks.get('/v1/store-rhythm').query(period).expect(200)).body.items;
    expect((await list(manager)).map(({ day, held }: never) => [day, held])).toEqual([
      ['2026-04-01', false],
      ['2026-04-06', true],
    ]);
    expect(await list(elsewhere)).toEqual([]);
    const standing = async (asks: Asking) =>
      (await asks.get('/v1/store-rhythm/standing').query(period).expect(200)).body.items;
    const meeting = { kind: 'morning-meeting', expected: 5 };
    const week = { expected: 1, notHeld: 0 };
    const sh02 = {
      storeId: 'sh-02',
      kinds: [
        { ...meeting, held: 0, notHeld: 0, untold: 5 },
        { kind: 'study-time', ...week, held: 0, untold: 1 },
        { kind: 'summary-report', ...week, held: 0, untold: 1 },
      ],
    };
    expect(await standing(stores.http)).toEqual([
      {
        storeId: 'sh-01',
        kinds: [
          { ...meeting, held: 0, notHeld: 1, untold: 4 },
          { kind: 'study-time', ...week, held: 1, untold: 0 },
          sh02.kinds[2],
        ],
      },
      sh02,
    ]);
    expect(await standing(elsewhere)).toEqual([sh02]);
    const long = await stores.http
      .get('/v1/store-rhythm/standing')
      .query({ from: '2026-01-01', until: '2026-12-31' });
    expect(long.body).toMatchObject({ status: 409, code: 'period-too-long' });
  });

  it('knows, of every list of stores, one that was opened just before', async () => {
    const views = stores.app.get(Views);
    const behind = jest.spyOn(views.find('store_list')!, 'tick').mockResolvedValue(false);
    const store = { storeId: 'sh-03', name: 'sh-03', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    const { position: minPosition } = (await stores.http.post('/v1/stores').send(store).expect(201)).body;
    const period = { from: '2026-04-01', until: '2026-04-30' };
    const lists = Promise.all(
      [
        ['/v1/monthly-plans', { month: '2026-04' }] as const,
        ...['/v1/store-rhythm/standing', '/v1/check-runs/supervision', '/v1/staff/turnover'].map(
          (path) => [path, period] as const,
        ),
      ].map(async ([path, query]) => {
        const list = await stores.http
          .get(path)
          .query({ ...query, minPosition })
          .expect(200);
        return [path, (list.body.items as { storeId: string }[]).at(-1)!.storeId];
      }),
    );
    await eventually(() => {
      for (const { name, position } of views.status())
        if (name !== 'store_list') expect(position).toBeGreaterThanOrEqual(minPosition);
    });
    behind.mockRestore();
    for (const [path, last] of await lists) expect([path, last]).toEqual([path, 'sh-03']);
  });
});

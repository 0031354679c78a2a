import { movableClock, startForTest, type Asking, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

describe('the organisation, from outside', () => {
  const clock = movableClock('2026-03-01T01:00:00.000Z');
  let stores: TestedService;
  let manager: Asking;

  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock });
    manager = await stores.as({ role: 'store-manager', stores: ['sh-01', 'bj-01'] });
    for (const storeId of ['sh-01', 'bj-01'])
      await stores.http
        .post('/v1/stores')
        .send({ storeId, name: storeId, timeZone: 'Asia/Shanghai', currency: 'CNY' })
        .expect(201);
  });
  afterAll(() => stores.stop());

  describe('a store', () => {
    const upgrade = { effectiveFrom: '2026-03-02', reason: 'yearly-review', grade: 'AA' };

    it('is what it was on any day', async () => {
      await stores.http.post('/v1/stores/sh-01/changes').send(upgrade).expect(201);
      const gradeOn = async (on?: string) =>
        (await manager.get('/v1/stores/sh-01').query({ on }).expect(200)).body.grade;
      expect([await gradeOn(), await gradeOn('2026-03-02')]).toEqual(['C', 'AA']);
      clock.moveTo('2026-03-01T16:00:00.000Z'); // midnight in Shanghai
      expect(await gradeOn()).toBe('AA');
      const { body } = await manager.get('/v1/stores/sh-01/changes').expect(200);
      expect(body.items).toEqual([
        { effectiveFrom: '2026-03-02', reason: 'yearly-review', changes: { grade: 'AA' } },
      ]);
    });

    it('has hours by weekday and days on which it is closed', async () => {
      const hours = { openingHours: [{ weekday: 1, opens: '10:00', closes: '21:30' }] };
      const changes = { ...hours, closedOn: ['2026-05-01'] };
      const body = { effectiveFrom: '2026-03-01', reason: 'opening', ...changes };
      await stores.http.post('/v1/stores/bj-01/changes').send(body).expect(201);
      expect((await manager.get('/v1/stores/bj-01')).body).toMatchObject(changes);
    });

    it('is changed by headquarters alone', async () => {
      await manager.post('/v1/stores/sh-01/changes').send(upgrade).expect(403);
      await stores.http.post('/v1/stores/nowhere/changes').send(upgrade).expect(404);
    });
  });

  it('has regions, one within the other', async () => {
    await stores.http.post('/v1/regions').send({ regionId: 'east', name: '华东' }).expect(201);
    const shanghai = { regionId: 'shanghai', name: '上海', parentId: 'east' };
    await stores.http.post('/v1/regions').send(shanghai).expect(201);
    const { body } = await manager.get('/v1/regions').expect(200);
    expect(body.items).toEqual([{ regionId: 'east', name: '华东', parentId: null }, shanghai]);
  });

  describe('a policy', () => {
    const value = { hoursToAnswer: 24, hoursToWarning: 20 };
    const publish = (body: object) => stores.http.post('/v1/policies/answer-clock').send(body);
    const holds = (query: object) => manager.get('/v1/policies/answer-clock').query(query);

    it('holds in every store from its day on, and no day before', async () => {
      await publish({ effectiveFrom: '2026-04-01', value }).expect(201);
      await holds({ storeId: 'sh-01', on: '2026-03-31' }).expect(404);
      const { body } = await holds({ storeId: 'sh-01', on: '2026-04-01' }).expect(200);
      expect(body).toMatchObject({ version: 1, because: 'chain-default', value, on: '2026-04-01' });
    });

    it('is overridden in one store, until that is withdrawn', async () => {
      const strict = { hoursToAnswer: 12, hoursToWarning: 6 };
      await publish({ storeId: 'sh-01', effectiveFrom: '2026-05-01', value: strict }).expect(201);
      const withdrawal = { storeId: 'sh-01', effectiveFrom: '2026-06-01' };
      await stores.http.post('/v1/policies/answer-clock/withdrawal').send(withdrawal).expect(200);
      const on = (storeId: string, day: string) => holds({ storeId, on: day }).then(({ body }) => body);
      expect(await on('sh-01', '2026-05-31')).toMatchObject({ because: 'store-override', value: strict });
      expect(await on('bj-01', '2026-05-31')).toMatchObject({ because: 'chain-default', value });
      expect(await on('sh-01', '2026-06-01')).toMatchObject({ because: 'chain-default', version: 1 });
      const all = await manager.get('/v1/policies').query({ on: '2026-05-31' }).expect(200);
      expect(all.body.items).toHaveLength(1);
      const history = await stores.http.get('/v1/policies/answer-clock/versions').expect(200);
      expect(history.body.items.map((one: { version: number }) => one.version)).toEqual([1, 2, 3]);
    });

    it('has a name and a shape that are known, and a store that there is', async () => {
      const body = { effectiveFrom: '2026-04-01', value };
      const unknown = await stores.http.post('/v1/policies/constructor').send(body).expect(404);
      expect(unknown.body.code).toBe('unknown-policy');
      const wrong = await publish({ ...body, value: { ...value, hoursToAnswer: 0, more: 1 } }).expect(400);
      expect(wrong.body.errors[0].field).toBe('value.hoursToAnswer');
      await publish({ ...body, storeId: 'nowhere' }).expect(404);
      const misspelt = { storeId: 'nowhere', effectiveFrom: '2026-06-01' };
      await stores.http.post('/v1/policies/answer-clock/withdrawal').send(misspelt).expect(404);
      await manager.post('/v1/policies/answer-clock').send(body).expect(403);
    });
  });

  it('has a menu: what a store offers on a day, and what it costs there', async () => {
    const item = { itemId: 'hydra-01', name: 'Deep hydration', kind: 'regular', durationMinutes: 60 };
    const taboos = { contraindications: ['pregnancy', 'allergy:fragrance'] };
    const offered = { ...item, ...taboos, effectiveFrom: '2026-03-01' };
    await stores.http.post('/v1/items').send(offered).expect(201);
    const price = { effectiveFrom: '2026-03-01', priceMinor: 12_800, currency: 'CNY' };
    await stores.http.post('/v1/items/hydra-01/prices').send(price).expect(201);
    const { body: last } = await stores.http
      .post('/v1/items/hydra-01/prices')
      .send({ ...price, storeId: 'bj-01', priceMinor: 9_900 })
      .expect(201);
    const costs = async (storeId: string) =>
      (await manager.get('/v1/items/hydra-01').query({ storeId, on: '2026-03-05' }).expect(200)).body
        .priceMinor;
    expect([await costs('sh-01'), await costs('bj-01')]).toEqual([12_800, 9_900]);
    const retire = (effectiveFrom: string) =>
      stores.http.post('/v1/items/hydra-01/retirement').send({ effectiveFrom });
    const { body } = await retire('2020-01-01').expect(409);
    expect(body).toMatchObject({ code: 'item-from-later', context: { effectiveFrom: '2026-03-01' } });
    await retire('2026-07-01').expect(200);
    const menu = (on: string) =>
      manager.get('/v1/items').query({ storeId: 'sh-01', on, minPosition: Number(last.position) + 1 });
    expect((await menu('2026-06-30').expect(200)).body.items).toEqual([
      { ...item, ...taboos, needs: [], products: [], medical: null, priceMinor: 12_800, currency: 'CNY' },
    ]);
    expect((await menu('2026-07-01').expect(200)).body.items).toEqual([]);
    const wrong = await stores.http.post('/v1/items').send({ ...offered, contraindications: ['mood'] });
    expect(wrong.body).toMatchObject({ status: 400, errors: [{ field: 'contraindications' }] });
  });

  it('flags items with products that are unknown, unlicensed, or out of date', async () => {
    const item = { itemId: 'serum-01', name: 'Serum', kind: 'regular', durationMinutes: 30 };
    const offered = { ...item, products: ['Serum', 'Mask'], effectiveFrom: '2026-03-01' };
    await stores.http.post('/v1/items').send(offered).expect(201);
    const licence = { licenceKind: 'filing', licenceNumber: '粤G妆网备字2021000001' };
    const serum = { productId: 'serum', name: 'Serum', supplier: '美丽日化有限公司' };
    await stores.http
      .post('/v1/products')
      .send({ ...serum, ...licence, licenceExpiresOn: '2026-12-31' })
      .expect(201);
    await manager.post('/v1/products').send(serum).expect(403);
    const half = await stores.http
      .post('/v1/products')
      .send({ ...serum, licenceNumber: 'x1' })
      .expect(409);
    expect(half.body.code).toBe('licence-incomplete');
    const batch = { storeId: 'sh-01', batch: 'L2603A', expiresOn: '2026-06-30' };
    const elsewhere = await stores.as({ role: 'therapist', stores: ['bj-01'] });
    await elsewhere.post('/v1/products/serum/batches').send(batch).expect(403);
    await manager.post('/v1/products/mask/batches').send(batch).expect(404);
    const late = await manager.post('/v1/products/serum/batches').send({ ...batch, expiresOn: '2026-01-31' });
    expect(late.body).toMatchObject({ status: 409, code: 'expired-already' });
    await manager.post('/v1/products/serum/batches').send(batch).expect(201);
    const mask = { productId: 'mask', name: 'Mask', supplier: 'Somebody' };
    const { position } = (await stores.http.post('/v1/products').send(mask).expect(201)).body;
    const safety = async (on: string, minPosition: number, storeId = 'sh-01') => {
      const query = { storeId, on, minPosition };
      const { items } = (await manager.get('/v1/products/safety').query(query).expect(200)).body;
      const [{ products }] = items.filter(({ itemId }: typeof item) => itemId === 'serum-01');
      return products.map((one: { faults: string[] }) => one.faults);
    };
    const noMask = ['unlicensed', 'no-batch'];
    expect(await safety('2026-06-30', position)).toEqual([[], noMask]);
    expect(await safety('2026-07-01', position)).toEqual([['batch-expired'], noMask]);
    expect(await safety('2027-01-01', position)).toEqual([['licence-expired', 'batch-expired'], noMask]);
    expect(await safety('2026-06-30', position, 'bj-01')).toEqual([['no-batch'], noMask]);
    const gone = { storeId: 'sh-01', batch: 'L2603A', reason: 'used-up' };
    const finished = await manager.post('/v1/products/serum/finished-batches').send(gone).expect(201);
    expect(await safety('2026-07-01', finished.body.position)).toEqual([['no-batch'], noMask]);
    await elsewhere.get('/v1/products/safety').query({ storeId: 'sh-01' }).expect(403);
    const list = await elsewhere.get('/v1/products').expect(200);
    expect(list.body.items.map(({ productId }: typeof mask) => productId)).toEqual(['mask', 'serum']);
    const flagged = await manager.get('/v1/products/safety').query({ storeId: 'sh-01', flagged: false });
    expect(flagged.body.items).toEqual([]);
  });

  it('has staff, who work where, when and as what can be asked for any day', async () => {
    const her = { name: '李娜', login: 'lina', role: 'front-desk', post: 'therapist', storeIds: ['sh-01'] };
    const { staffId } = (await stores.http.post('/v1/staff').send(her).expect(201)).body;
    const training = { required: [{ post: 'front-desk', training: 'desk' }] };
    const published = { effectiveFrom: '2026-01-01', value: training };
    await stores.http.post('/v1/policies/post-training').send(published).expect(201);
    const ask = (what: string, body: object) => manager.post(`/v1/staff/${staffId}/${what}`).send(body);
    const post = { post: 'front-desk', effectiveFrom: '2026-03-05' };
    expect((await ask('posts', post).expect(409)).body.code).toBe('training-missing');
    await ask('trainings', { training: 'desk', completedOn: '2026-03-01' }).expect(201);
    await ask('posts', post).expect(201);
    const away = { from: '2026-03-10', until: '2026-03-12', kind: 'leave' };
    const { body: absence } = await ask('absences', away).expect(201);
    expect((await ask('absences', away).expect(409)).body.code).toBe('absent-already');
    const atWork = async (on: string, minPosition: number) =>
      (await manager.get('/v1/staff/at-work').query({ storeId: 'sh-01', on, minPosition }).expect(200)).body
        .items;
    expect(await atWork('2026-03-09', absence.position)).toEqual([{ staffId, post: 'front-desk' }]);
    expect(await atWork('2026-03-10', absence.position)).toEqual([]);
    const cancelled = await manager.delete(`/v1/staff/${staffId}/absences/${absence.absenceId}`).expect(200);
    expect(await atWork('2026-03-10', cancelled.body.position)).toHaveLength(1);
    const elsewhere = await stores.as({ role: 'store-manager', stores: ['bj-01'] });
    const foreign = await elsewhere.get('/v1/staff/at-work').query({ storeId: 'sh-01' });
    expect(foreign.status).toBeGreaterThanOrEqual(403);
  });

  it('counts who came to which store and who left, and why', async () => {
    const her = {
      name: 'Leaver',
      login: 'leaver',
      role: 'therapist',
      post: 'therapist',
      storeIds: ['bj-01'],
    };
    const { staffId } = (await stores.http.post('/v1/staff').send(her).expect(201)).body;
    const { body } = await manager
      .post(`/v1/staff/${staffId}/end-of-employment`)
      .send({ reason: 'resigned' })
      .expect(200);
    const query = { from: '2026-03-01', until: '2026-03-31', minPosition: body.position };
    const turnover = async (asks: Asking) =>
      (await asks.get('/v1/staff/turnover').query(query).expect(200)).body.items;
    const [beijing, shanghai] = await turnover(stores.http);
    expect(beijing).toMatchObject({
      storeId: 'bj-01',
      therapists: { joined: 1, left: 1, atEnd: 0, leftBecause: [{ reason: 'resigned', left: 1 }] },
    });
    expect(shanghai).toMatchObject({ storeId: 'sh-01', everybody: { joined: 1, left: 0, atEnd: 1 } });
    const elsewhere = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
    expect(await turnover(elsewhere)).toEqual([shanghai]);
  });

  it('hires for a post who has learned what it asks, and plans what is to be learned again', async () => {
    const required = [{ post: 'nurse', training: 'hygiene', everyMonths: 6 }];
    const published = { storeId: 'bj-01', effectiveFrom: '2026-01-01', value: { required } };
    await stores.http.post('/v1/policies/post-training').send(published).expect(201);
    const hire = (login: string, more: object = {}) =>
      stores.http
        .post('/v1/staff')
        .send({ name: login, login, role: 'therapist', post: 'nurse', storeIds: ['bj-01'], ...more });
    expect((await hire('untrained').expect(409)).body).toMatchObject({
      ...{ code: 'training-missing', context: { missing: ['hygiene'] } },
    });
    const trainings = [{ training: 'hygiene', completedOn: '2026-01-15' }];
    const { staffId } = (await hire('trained', { trainings }).expect(201)).body;
    const trainee = (await hire('untrained', { post: 'trainee' }).expect(201)).body;
    const due = async (on: string, minPosition: number, who = manager) =>
      (await who.get('/v1/staff/trainings-due').query({ storeId: 'bj-01', on, minPosition }).expect(200)).body
        .items;
    const hers = { staffId, post: 'nurse', training: 'hygiene' };
    const first = { ...hers, lastCompletedOn: '2026-01-15', dueOn: '2026-07-15' };
    expect(await due('2026-06-14', trainee.position)).toEqual([{ ...first, standing: 'done' }]);
    expect(await due('2026-06-15', trainee.position)).toEqual([{ ...first, standing: 'due-soon' }]);
    expect(await due('2026-07-16', trainee.position)).toEqual([{ ...first, standing: 'overdue' }]);
    const learned = await manager
      .post(`/v1/staff/${staffId}/trainings`)
      .send({ training: 'hygiene', completedOn: '2026-03-01' })
      .expect(201);
    expect(await due('2026-07-16', learned.body.position)).toEqual([
      { ...hers, lastCompletedOn: '2026-03-01', dueOn: '2026-09-01', standing: 'done' },
    ]);
    const elsewhere = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
    await elsewhere.get('/v1/staff/trainings-due').query({ storeId: 'bj-01' }).expect(403);
  });
});

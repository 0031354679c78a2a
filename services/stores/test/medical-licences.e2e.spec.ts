import { movableClock, startForTest, type Asking, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

const licence = {
  number: 'PDY12345631010619D2152',
  issuedBy: '静安区卫生健康委员会',
  subjects: ['cosmetic-dermatology'],
  until: '2026-12-31',
};
const medical = { subject: 'cosmetic-dermatology', because: ['device'] };

describe('medical licences, from outside', () => {
  const clock = movableClock('2026-03-01T01:00:00.000Z');
  let stores: TestedService;
  let manager: Asking;
  let desk: Asking;
  let minPosition: number;

  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock });
    manager = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
    desk = await stores.as({ role: 'front-desk', stores: ['sh-01'] });
    for (const storeId of ['sh-01', 'bj-01'])
      await stores.http
        .post('/v1/stores')
        .send({ storeId, name: storeId, timeZone: 'Asia/Shanghai', currency: 'CNY' })
        .expect(201);
    const laser = { itemId: 'laser-01', name: 'Laser', kind: 'special', durationMinutes: 30, medical };
    const offered = await stores.http.post('/v1/items').send({ ...laser, effectiveFrom: '2026-01-01' });
    minPosition = offered.body.position;
  });
  afterAll(() => stores.stop());

  const record = (more: object = {}, who: Asking = stores.http, storeId = 'sh-01') =>
    who
      .post(`/v1/stores/${storeId}/medical-licences`)
      .send({ effectiveFrom: '2026-03-01', reason: 'licensed', ...licence, ...more });
  const end = (effectiveFrom: string, who: Asking = stores.http) =>
    who.post('/v1/stores/sh-01/medical-licences/end').send({ effectiveFrom, reason: 'suspended' });
  const held = async (on?: string) =>
    (await manager.get('/v1/stores/sh-01').query({ on }).expect(200)).body.medicalLicence;

  it('are recorded by headquarters alone, whole, for a store that there is', async () => {
    await record({}, manager).expect(403);
    await end('2026-03-01', manager).expect(403);
    await record({}, stores.http, 'nowhere').expect(404);
    expect((await record({ subjects: [] }).expect(400)).body.errors[0].field).toBe('subjects');
    expect((await record({ until: '2026-02-28' }).expect(409)).body.code).toBe('licence-ends-first');
  });

  it('count from their day to their last, as long as nothing ends them, and are shown for any day', async () => {
    const { position } = (await record().expect(201)).body;
    expect((await record().expect(201)).body.appended).toBe(false);
    await end('2026-06-01').expect(200);
    await record({ effectiveFrom: '2026-07-01', reason: 'given-back' }).expect(201);
    const days = ['2026-02-28', '2026-03-01', '2026-06-01', '2026-06-30', '2026-07-01', '2027-01-01'];
    const none = null;
    expect(await Promise.all(days.map(held))).toEqual([none, licence, none, none, licence, none]);
    expect((await end('2026-06-01').expect(409)).body.code).toBe('licence-from-later');
    const { items } = (await manager.get('/v1/stores').query({ minPosition: position }).expect(200)).body;
    expect(
      items.map((one: typeof licence & { medicalLicence: unknown }) => one.medicalLicence),
    ).toContainEqual(licence);
    const { body } = await manager.get('/v1/stores/sh-01/changes').expect(200);
    expect(body.items.map((one: { reason: string }) => one.reason)).toEqual([
      'licensed',
      'suspended',
      'given-back',
    ]);
  });

  it('decide what a store has on its menu, and a single item says why it is not there', async () => {
    const menu = async (on: string, storeId = 'sh-01') =>
      (await stores.http.get('/v1/items').query({ storeId, on, minPosition }).expect(200)).body.items;
    const one = (on: string) => desk.get('/v1/items/laser-01').query({ storeId: 'sh-01', on });
    expect(await menu('2026-05-31')).toMatchObject([{ itemId: 'laser-01', medical }]);
    expect((await one('2026-05-31').expect(200)).body).toMatchObject({ medical });
    expect(await menu('2026-06-01')).toEqual([]);
    expect((await one('2026-06-01').expect(404)).body).toMatchObject({
      ...{ code: 'licence-needed', context: { itemId: 'laser-01', medical } },
    });
    expect(await menu('2026-05-31', 'bj-01')).toEqual([]);
  });

  it('are asked for by items that say why they are medical, and under which subject', async () => {
    const peel = { itemId: 'peel-30', name: 'Peel', kind: 'special', durationMinutes: 30 };
    const offer = (what: object) =>
      stores.http.post('/v1/items').send({ ...peel, effectiveFrom: '2026-01-01', medical: what });
    const faults = async (what: object) =>
      (await offer(what).expect(400)).body.errors.map(({ field }: { field: string }) => field);
    expect(await faults({ subject: 'massage', because: ['drug'] })).toEqual(['medical.subject']);
    expect(await faults({ subject: medical.subject, because: [] })).toEqual(['medical.because']);
    expect(await faults([])).toContain('medical');
    await offer({ subject: 'cosmetic-surgery', because: ['invasive', 'drug'] }).expect(201);
  });
});

import { movableClock, startForTest, type Asking, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

describe('rotas, from outside', () => {
  let stores: TestedService;
  let manager: Asking;
  const clock = movableClock('2026-03-01T01:00:00.000Z');
  const week = '2026-03-02';

  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock });
    const openingHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '10:00', closes: '20:00' }));
    for (const storeId of ['sh-01', 'sh-02']) {
      const store = { storeId, name: storeId, timeZone: 'Asia/Shanghai', currency: 'CNY' };
      await stores.http.post('/v1/stores').send(store).expect(201);
      const change = { effectiveFrom: '2026-03-01', reason: 'opening', openingHours };
      await stores.http.post(`/v1/stores/${storeId}/changes`).send(change).expect(201);
    }
    manager = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
  });
  afterAll(() => stores.stop());

  const hire = async (login: string, storeIds = ['sh-01']): Promise<string> => {
    const her = { name: login, login, role: 'therapist', post: 'therapist', storeIds };
    return (await stores.http.post('/v1/staff').send(her).expect(201)).body.staffId;
  };
  const shift = (staffId: string, day = week, from = '10:00', until = '18:00') => ({
    ...{ staffId, day, from, until },
  });
  const publish = (asks: Asking, shifts: object[], basedOn: number, more: object = {}) =>
    asks.post('/v1/rotas').send({ storeId: 'sh-01', week, shifts, duties: [], basedOn, ...more });
  const rota = async (asks: Asking, asked: object = {}) =>
    (
      await asks
        .get('/v1/rotas')
        .query({ storeId: 'sh-01', week, ...asked })
        .expect(200)
    ).body;

  it('say who works when and who sees to hygiene, and keep what was published before', async () => {
    const [one, other] = [await hire('one'), await hire('other')];
    const duties = [{ staffId: one, day: week, duty: 'hygiene' }];
    expect((await manager.get('/v1/rotas').query({ storeId: 'sh-01', week }).expect(404)).body.code).toBe(
      'no-rota',
    );
    const sunday = await publish(manager, [shift(one, '2026-03-08')], 0).expect(409);
    expect(sunday.body).toMatchObject({
      code: 'rota-cannot-be',
      context: { faults: [{ staffId: one, day: '2026-03-08', fault: 'store-closed' }] },
    });
    await publish(manager, [shift(one)], 0, { duties }).expect(201);
    expect((await publish(manager, [shift(one)], 0, { duties }).expect(201)).body.appended).toBe(false);
    expect(await rota(manager)).toMatchObject({
      ...{ version: 1, shifts: [shift(one)], duties, faults: [] },
      withoutHygiene: ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'],
    });
    const away = { from: week, until: week, kind: 'other' };
    await manager.post(`/v1/staff/${one}/absences`).send(away).expect(201);
    expect((await rota(manager)).faults).toEqual([{ staffId: one, day: week, fault: 'away' }]);
    expect((await publish(manager, [shift(one), shift(other)], 1).expect(409)).body.code).toBe(
      'rota-cannot-be',
    );
    const reason = 'somebody-away';
    expect((await publish(manager, [shift(other)], 0, { reason }).expect(409)).body.code).toBe(
      'rota-changed-meanwhile',
    );
    await publish(manager, [shift(other)], 1, { reason }).expect(201);
    expect(await rota(manager)).toMatchObject({ version: 2, shifts: [shift(other)], reason, faults: [] });
    const { body } = await manager.get('/v1/rotas/versions').query({ storeId: 'sh-01', week }).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ version: 1, shifts: [shift(one)], reason: null }),
      expect.objectContaining({ version: 2, shifts: [shift(other)], reason }),
    ]);
  });

  it('have nobody in two stores at once, whoever asks first', async () => {
    const both = await hire('both', ['sh-01', 'sh-02']);
    const elsewhere = await stores.as({ role: 'store-manager', stores: ['sh-02'] });
    const next = { week: '2026-03-09' };
    const there = { ...next, storeId: 'sh-02' };
    const at = (from: string, until: string) => [shift(both, '2026-03-10', from, until)];
    await publish(elsewhere, at('10:00', '14:00'), 0, there).expect(201);
    expect((await publish(manager, at('13:00', '18:00'), 0, next).expect(409)).body).toMatchObject({
      ...{ code: 'works-elsewhere-then', context: { staffId: both } },
    });
    await publish(manager, at('14:00', '18:00'), 0, next).expect(201);
    await publish(elsewhere, [], 1, { ...there, reason: 'closed-that-day' }).expect(201);
    await publish(manager, at('10:00', '18:00'), 1, next).expect(201);
    const answers = await Promise.all([
      publish(manager, at('10:00', '12:00'), 2, next),
      publish(manager, at('11:00', '12:00'), 2, next),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await publish(elsewhere, [], 0).expect(403);
    await elsewhere.get('/v1/rotas').query({ storeId: 'sh-01', week }).expect(403);
  });

  it('keep to the rules of working time that headquarters publishes', async () => {
    const her = await hire('long');
    const value = { minutesAroundOpening: 0, mostHoursADay: 8 };
    await stores.http
      .post('/v1/policies/working-time')
      .send({ storeId: 'sh-01', effectiveFrom: '2026-03-16', value })
      .expect(201);
    const asked = { week: '2026-03-16' };
    const long = await publish(manager, [shift(her, '2026-03-16', '10:00', '19:00')], 0, asked).expect(409);
    expect(long.body.context.faults).toEqual([{ staffId: her, day: '2026-03-16', fault: 'day-too-long' }]);
    await publish(manager, [shift(her, '2026-03-16')], 0, asked).expect(201);
    expect((await publish(manager, [], 0, { week: '2026-02-16' }).expect(409)).body.code).toBe(
      'week-is-over',
    );
  });
});

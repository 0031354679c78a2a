import { startForTest, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

describe('stores, from outside', () => {
  let stores: TestedService;
  const plain = {
    ...{ region: '', legalEntity: '', grade: 'C', status: 'open' },
    ...{ openingHours: [], closedOn: [], medicalLicence: null },
  };
  const store = { storeId: 'sh-01', name: 'Jing’an Temple', timeZone: 'Asia/Shanghai', currency: 'CNY' };

  beforeAll(async () => {
    stores = await startForTest(StoresModule);
  });
  afterAll(() => stores.stop());

  it('opens a store and lists it, once its view has the position the command answered', async () => {
    const opened = await stores.http.post('/v1/stores').send(store).expect(201);
    expect(opened.body).toMatchObject({ storeId: 'sh-01', version: 1 });
    expect(opened.headers['etag']).toBe('"1"');
    const list = await stores.http.get('/v1/stores').query({ minPosition: opened.body.position }).expect(200);
    expect(list.body).toEqual({
      items: [{ ...store, ...plain }],
      nextCursor: null,
    });
  });

  it('refuses a store id that is open already', async () => {
    const refused = await stores.http.post('/v1/stores').send(store).expect(409);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).toMatchObject({ code: 'store-already-open', context: { storeId: 'sh-01' } });
  });

  it('answers the same request with the same key as it did, and refuses the key for another', async () => {
    const send = (body: object) =>
      stores.http.post('/v1/stores').set('idempotency-key', 'open bj').send(body);
    const other = { ...store, storeId: 'bj-01' };
    const first = await send(other).expect(201);
    const again = await send(other).expect(201);
    expect(again.body).toEqual(first.body);
    const reused = await send({ ...other, name: 'Other' }).expect(422);
    expect(reused.body.code).toBe('idempotency-key-reused');
  });

  it.each([
    ['an unknown field', { ...store, colour: 'red' }, 'colour'],
    ['a missing name', { ...store, name: undefined }, 'name'],
    ['a time zone that does not exist', { ...store, timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a currency that does not exist', { ...store, currency: 'XQX' }, 'currency'],
  ])('names the field of %s', async (_what, body, field) => {
    const refused = await stores.http.post('/v1/stores').send(body).expect(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('says that JSON is malformed', async () => {
    const refused = await stores.http
      .post('/v1/stores')
      .set('content-type', 'application/json')
      .send('{"storeId":')
      .expect(400);
    expect(refused.body).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('does not know a store that was never opened', async () => {
    const unknown = await stores.http.get('/v1/stores/nowhere').expect(404);
    expect(unknown.body.code).toBe('unknown-store');
  });

  it('is ready', async () => {
    await stores.http.get('/health/ready').expect(200, { status: 'ready', troubles: [] });
  });
});

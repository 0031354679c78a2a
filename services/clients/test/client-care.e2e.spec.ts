import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type TestedService,
} from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';
import { askedStores, type AskedStores } from './asked-stores.js';

describe('caring for a client by her file, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-care-'));
  const clock = movableClock('2026-03-01T02:00:00Z');
  const databaseUrl = freshBaseUrl();
  let clients: TestedService;
  let stores: AskedStores;
  let teller: Teller;

  beforeAll(async () => {
    stores = await askedStores();
    teller = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock, storesUrl: stores.url });
  });
  afterAll(async () => {
    await clients.stop();
    await teller.close();
    stores.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const registered = async (fields: object = {}): Promise<string> => {
    const body = { storeId: 'sh-01', name: '王芳', ...fields };
    return (await clients.http.post('/v1/clients').send(body).expect(201)).body.clientId as string;
  };
  const put = (clientId: string, section: string, fields: object) =>
    clients.http.put(`/v1/clients/${clientId}/file/${section}`).send(fields).expect(200);
  const at = (role: 'therapist' | 'front-desk', storeId = 'sh-01') => clients.as({ role, stores: [storeId] });

  it('keeps a care log that grows, the latest care first (CL-34)', async () => {
    const clientId = await registered();
    const path = `/v1/clients/${clientId}/care-log`;
    const therapist = await at('therapist');
    const note = (says: object) => therapist.post(path).send(says);
    await note({ details: 'facial', feedback: 'too warm', caredAt: '2026-02-01T02:00:00Z' }).expect(201);
    const latest = { effect: 'brighter', opinion: { service: 'kind' }, talkedAbout: 'her dog' };
    const send = () => note(latest).set('idempotency-key', 'care');
    const { body } = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(body);
    const first = await therapist.get(`${path}?limit=1`).expect(200);
    expect(first.body.items).toMatchObject([{ careId: body.careId, storeId: 'sh-01', says: latest }]);
    const rest = await therapist.get(path).query({ cursor: first.body.nextCursor }).expect(200);
    expect(rest.body).toMatchObject({ items: [{ says: { feedback: 'too warm' } }], nextCursor: null });
    await note({ mood: 'good' }).expect(400);
  });

  it('is noted by the store that cares for her, and read by her own', async () => {
    const clientId = await registered();
    const path = `/v1/clients/${clientId}/care-log`;
    const elsewhere = await at('therapist', 'sh-02');
    await elsewhere.post(path).send({ feedback: 'good' }).expect(403);
    await elsewhere.post(path).send({ feedback: 'good', storeId: 'sh-02' }).expect(201);
    await elsewhere.get(path).expect(403);
    const { body } = await (await at('therapist')).get(path).expect(200);
    expect(body.items).toMatchObject([{ storeId: 'sh-02' }]);
    const rows = await clients.app.get(DataSource).query('select e::text from event as e');
    expect(JSON.stringify(rows)).not.toContain('her dog');
  });

  it('tells at a glance what it takes to greet her (CL-39, 40)', async () => {
    const clientId = await registered();
    await put(clientId, 'person', { birthday: '1990-03-04', addressAs: '王姐', hobbies: ['tea'] });
    await put(clientId, 'preferences', { taboos: ['lilies'] });
    await put(clientId, 'care-plan', { focus: 'dark circles' });
    await put(clientId, 'character', { buyingTypes: ['fear'] });
    const desk = await at('front-desk');
    const path = `/v1/clients/${clientId}/care-log`;
    await desk.post(path).send({ talkedAbout: 'Hainan', caredAt: '2026-01-05T02:00:00Z' }).expect(201);
    await desk.post(path).send({ nextTime: 'less heat', caredAt: '2026-02-05T02:00:00Z' }).expect(201);
    const { body } = await desk.get(`/v1/clients/${clientId}/glance`).expect(200);
    expect(body).toMatchObject({
      ...{ name: '王芳', addressAs: '王姐', hobbies: ['tea'], taboos: ['lilies'], ageBand: '35+' },
      ...{ birthday: { on: '1990-03-04', inDays: 3 }, careFocus: 'dark circles' },
      advice: [{ about: 'fear' }],
      lastCare: { caredAt: '2026-02-05T02:00:00.000Z', nextTime: 'less heat' },
      lastTalk: { at: '2026-01-05T02:00:00.000Z', about: 'Hainan' },
    });
    await (await at('front-desk', 'sh-02')).get(`/v1/clients/${clientId}/glance`).expect(403);
    await (await clients.as({ role: 'hq-analyst' })).get(`/v1/clients/${clientId}/glance`).expect(403);
  });

  it('has her birthday, and her age, on the day it is in her store', async () => {
    await teller.tell(storeOpened, {
      ...{ storeId: 'la-01', name: 'Los Angeles', region: 'west', timeZone: 'America/Los_Angeles' },
      ...{ currency: 'USD', legalEntity: 'Liren', grade: 'C', openedAt: '2020-01-01T00:00:00.000Z' },
    });
    const path = `/v1/clients/${await registered({ storeId: 'la-01', birthday: '2001-03-01' })}`;
    const tomorrow = { birthday: { inDays: 1 }, ageBand: '20-24' };
    await eventually(async () =>
      expect((await clients.http.get(`${path}/glance`).expect(200)).body).toMatchObject(tomorrow),
    );
    const { body } = await clients.http.get(path).expect(200);
    expect(body).toMatchObject({ ageBand: { name: '20-24' } });
  });

  it('finds a client of another store of her company for its desk, on the record', async () => {
    const clientId = await registered({ phone: '13600000009' });
    const desk = await at('front-desk', 'sh-02');
    const asking = { phone: '136 0000 0009', storeId: 'sh-02', reason: 'walked-in' };
    const { body } = await desk.post('/v1/client-lookups').send(asking).expect(201);
    expect(body.client).toMatchObject({ clientId, homeStoreId: 'sh-01', name: '王芳' });
    expect(JSON.stringify(body)).not.toContain('0009');
    const nobody = await desk.post('/v1/client-lookups').send({ ...asking, phone: '13600000008' });
    expect(nobody.body).toMatchObject({ client: null });
    await desk
      .post('/v1/client-lookups')
      .send({ ...asking, storeId: 'sh-01' })
      .expect(403);
    await desk.post('/v1/client-lookups').send({ storeId: 'sh-02', reason: 'called' }).expect(400);
    await desk
      .post('/v1/client-lookups')
      .send({ ...asking, reason: 'curious' })
      .expect(400);
    const facts = await clients.app.get(DataSource)
      .query(`select actor is not null as named, store_id, data->>'clientId' as id from event
               where type = 'ClientLookedUp' order by position`);
    expect(facts).toEqual([
      { named: true, store_id: 'sh-02', id: clientId },
      { named: true, store_id: 'sh-02', id: null },
    ]);
  });

  it('lists files that lack much, or that nobody has looked at for long (CL-29, 31)', async () => {
    const storeId = 'sh-07';
    const [bare, full] = [await registered({ storeId }), await registered({ storeId })];
    await put(full, 'person', { birthday: '1990-05-01', sex: 'female', hobbies: ['tea'] });
    const consent = { purpose: 'health', textVersion: 'health-1', channel: 'paper' };
    await clients.http.post(`/v1/clients/${full}/consents`).send(consent).expect(201);
    await put(full, 'skin-diagnosis', { skinType: 'dry', problems: ['acne'] });
    const { body } = await put(full, 'care-plan', { focus: 'acne' });
    const toUpdate = async (minPosition: number): Promise<string[]> => {
      const query = { storeId, minPosition };
      const list = await clients.http.get('/v1/files-to-update').query(query).expect(200);
      return (list.body.items as { clientId: string }[]).map(({ clientId }) => clientId).sort();
    };
    expect(await toUpdate(body.position as number)).toEqual([bare]);
    clock.advance(200 * 24 * 3_600_000);
    expect(await toUpdate(body.position as number)).toEqual([bare, full].sort());
    const reviewed = await clients.http.post(`/v1/clients/${full}/file-review`).expect(201);
    expect(await toUpdate(reviewed.body.position as number)).toEqual([bare]);
    const elsewhere = await at('front-desk', 'sh-01');
    await elsewhere.get('/v1/files-to-update').query({ storeId }).expect(403);
  });

  it('counts how long nobody has looked at a file by the days of its store, wherever that is', async () => {
    const zones = { 'ak-02': 'Pacific/Auckland', 'sh-02': 'Asia/Shanghai', 'la-02': 'America/Los_Angeles' };
    for (const [storeId, timeZone] of Object.entries(zones))
      await teller.tell(storeOpened, {
        ...{ storeId, name: storeId, region: 'a', timeZone, currency: 'CNY', legalEntity: 'Liren' },
        ...{ grade: 'C', openedAt: '2020-01-01T00:00:00.000Z' },
      });
    clock.moveTo('2027-03-01T10:00:00.000Z'); // the first of March in all of them
    for (const storeId of Object.keys(zones)) await registered({ storeId });
    const toUpdate = async (at: string): Promise<string[]> => {
      clock.moveTo(at);
      const desk = await clients.as({ role: 'front-desk', stores: Object.keys(zones) });
      const { body } = await desk.get('/v1/files-to-update').query({ below: 0, days: 1 }).expect(200);
      return (body.items as { storeId: string }[]).map(({ storeId }) => storeId).sort();
    };
    await eventually(async () => expect(await toUpdate('2027-03-02T11:00:00.000Z')).toEqual(['ak-02'])); // midnight there
    expect(await toUpdate('2027-03-02T10:59:59.000Z')).toEqual([]);
    expect(await toUpdate('2027-03-02T15:59:59.000Z')).toEqual(['ak-02']);
    expect(await toUpdate('2027-03-02T17:00:00.000Z')).toEqual(['ak-02', 'sh-02']); // one in the morning in Shanghai
    expect(await toUpdate('2027-03-03T07:59:59.000Z')).toEqual(['ak-02', 'sh-02']);
    expect(await toUpdate('2027-03-03T08:00:00.000Z')).toEqual(['ak-02', 'la-02', 'sh-02']);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type TestedService,
} from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('leads, from outside', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-leads-'));
  const clock = movableClock('2026-03-01T02:00:00Z');
  let clients: TestedService;
  let visits: Teller;

  beforeAll(async () => {
    visits = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock });
  });
  afterAll(async () => {
    await clients.stop();
    await visits.close();
    rmSync(dataFolder, { recursive: true });
  });

  const added = async (storeId = 'sh-01'): Promise<string> => {
    clock.advance(60_000);
    const lead = { storeId, source: 'walked by', name: 'Zhao' };
    return (await clients.http.post('/v1/leads').send(lead).expect(201)).body.clientId as string;
  };
  const classed = async (clientId: string, leadClass: string) =>
    (await clients.http.put(`/v1/leads/${clientId}/class`).send({ class: leadClass }).expect(200)).body as {
      position: number;
      appended: boolean;
    };
  const lose = (clientId: string, body: object) =>
    clients.http
      .post(`/v1/clients/${clientId}/loss`)
      .send({ leftOn: '2026-02-20', reason: 'effect', ...body });
  const list = async (query: object, asking = clients.http) =>
    (await asking.get('/v1/leads').query(query).expect(200)).body as {
      items: { clientId: string }[];
      nextCursor: string | null;
    };
  const ids = async (query: object, asking = clients.http): Promise<string[]> =>
    (await list(query, asking)).items.map(({ clientId }) => clientId);
  const page = async (clientId: string) =>
    (await clients.http.get(`/v1/clients/${clientId}`).expect(200)).body as object;
  const served = (clientId: string, on: string) =>
    visits.tell(visitCompleted, {
      ...{ visitId: randomUUID(), clientId, storeId: 'sh-01', timeZone: 'Asia/Shanghai', currency: 'CNY' },
      ...{ lines: [], paidMinor: 0, completedAt: `${on}T02:00:00.000Z`, completedOn: on },
    });

  it('are listed by class and state, the newest first, to their own store (CL-60)', async () => {
    const storeId = 'sh-09';
    const [keen, filed, fresh] = [await added(storeId), await added(storeId), await added(storeId)];
    await classed(keen, 'A');
    const { position: minPosition, appended } = await classed(filed, 'C');
    expect([appended, (await classed(filed, 'C')).appended]).toEqual([true, false]);
    expect(await ids({ storeId, minPosition })).toEqual([fresh, filed, keen]);
    expect(await ids({ storeId, class: 'C', state: 'open' })).toEqual([filed]);
    const first = await list({ storeId, limit: 2 });
    expect(await ids({ storeId, limit: 2, cursor: first.nextCursor })).toEqual([keen]);
    const elsewhere = await clients.as({ role: 'front-desk', stores: ['sh-01'] });
    await elsewhere.put(`/v1/leads/${filed}/class`).send({ class: 'A' }).expect(403);
    expect(await ids({}, elsewhere)).not.toContain(filed);
    const { body } = await clients.http.post(`/v1/leads/${filed}/qualification`).expect(201);
    expect(await list({ storeId, class: 'C', minPosition: body.position as number })).toMatchObject({
      items: [{ clientId: filed, state: 'client', clientSince: expect.any(String) }],
    });
    const late = await clients.http.put(`/v1/leads/${filed}/class`).send({ class: 'A' }).expect(409);
    expect(late.body.code).toBe('not-a-lead');
    await clients.http.put(`/v1/leads/${keen}/class`).send({ class: 'big-client' }).expect(400);
    await clients.http.get('/v1/leads?state=given-up').expect(400);
  });

  it('are asked what qualifies them, and prepared for, sealed (CL-61, 62)', async () => {
    const clientId = await added();
    const file = {
      qualification: { need: true, means: true, reasonable: true, other: 'lives next door' },
      preparation: { realNeed: 'a wedding in May', whoDecides: 'her mother' },
      character: { personalities: ['comparing'], buyingHabits: 'asks for samples' },
    };
    for (const [section, fields] of Object.entries(file))
      await clients.http.put(`/v1/clients/${clientId}/file/${section}`).send(fields).expect(200);
    expect(await page(clientId)).toMatchObject({ status: 'lead', file });
    const therapist = await clients.as({ role: 'therapist', stores: ['sh-01'] });
    const { body } = await therapist.get(`/v1/clients/${clientId}`).expect(200);
    expect(body.file).not.toHaveProperty('qualification'); // what she can pay is nothing for the treatment room
    const rows = await clients.app.get(DataSource).query('select e::text from event as e');
    expect(JSON.stringify(rows)).not.toContain('her mother');
  });

  it('and clients are lost with a reason, what they say of it sealed, and won back (CL-63)', async () => {
    const clientId = await added();
    const says = { problem: 'it hurt', opinion: 'kind people' };
    expect((await lose(clientId, says).expect(201)).body.appended).toBe(true);
    const again = await lose(clientId, says).expect(201);
    expect(again.body.appended).toBe(false);
    expect(await page(clientId)).toMatchObject({
      lost: { leftOn: '2026-02-20', reason: 'effect' },
      file: { departure: says },
    });
    const position = again.body.position as number;
    expect(await ids({ state: 'lost', minPosition: position })).toEqual([clientId]);
    const { body } = await clients.http.post(`/v1/clients/${clientId}/win-back`).expect(201);
    expect(await ids({ state: 'lost', minPosition: body.position as number })).toEqual([]);
    expect(await page(clientId)).toMatchObject({ lost: null, file: { departure: says } });
    expect((await lose(clientId, { leftOn: '2027-01-01' }).expect(409)).body.code).toBe('in-the-future');
    await lose(clientId, { reason: 'she said so' }).expect(400);
    await lose(randomUUID(), {}).expect(404);
    await clients.http.post(`/v1/clients/${randomUUID()}/win-back`).expect(404);
  });

  it('come to nothing once they are erased, whatever is said or told of a visit of theirs afterwards', async () => {
    const storeId = 'sh-10';
    const [erased, other] = [await added(storeId), await added(storeId)];
    await clients.http.post(`/v1/clients/${erased}/erasure`).send({ reason: 'request-of-hers' }).expect(201);
    const refused = await clients.http.post(`/v1/leads/${erased}/qualification`).expect(409);
    expect(refused.body.code).toBe('erased');
    await served(erased, '2026-02-28');
    await served(other, '2026-02-28');
    await clients.settled('visits');
    expect(await page(other)).toMatchObject({ status: 'client' });
    expect(await page(erased)).toMatchObject({ status: 'lead', erased: true });
    const { body } = await clients.http.post(`/v1/clients/${other}/file-review`).expect(201);
    const asked = { storeId, minPosition: body.position as number };
    const { items } = (await clients.http.get('/v1/files-to-update').query(asked).expect(200)).body;
    expect(items).toMatchObject([{ clientId: other }]);
  });

  it('are won back by the visit that makes them clients, and by none before they left', async () => {
    const clientId = await added();
    await lose(clientId, {}).expect(201);
    await served(clientId, '2026-02-20');
    await eventually(async () => expect(await page(clientId)).toMatchObject({ status: 'client' }));
    await served(clientId, '2026-02-28');
    await eventually(async () => expect(await page(clientId)).toMatchObject({ lost: null }));
    const facts = await clients.app.get(DataSource).query<object[]>(
      `select data->>'visitId' as visit from event where type = 'ClientWonBack'
                         and stream = $1`,
      [`client:${clientId}`],
    );
    expect(facts).toEqual([{ visit: expect.any(String) }]);
  });
});

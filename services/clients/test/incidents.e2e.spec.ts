import { randomUUID } from 'node:crypto';
import { eventually, movableClock, startForTest, type TestedService } from '#libs/testing';
import { EventStore, streamOf, uuidv7 } from '#libs/event-store';
import { reading } from '../src/reading/reading.events.js';
import { ClientsModule } from '../src/clients.module.js';

const LI = '0190a000-0000-7000-8000-0000000000a1';
const CHEN = '0190a000-0000-7000-8000-0000000000a2';

describe('an incident, from outside (PIPL 57)', () => {
  const clock = movableClock('2026-03-01T08:00:00.000Z');
  let clients: TestedService;
  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { clock });
  });
  afterAll(() => clients.stop());

  const register = async (name = '王芳'): Promise<string> =>
    (await clients.http.post('/v1/clients').send({ storeId: 'sh-01', name }).expect(201)).body.clientId;
  const readBy = async (subject: string, clientId: string) => {
    const who = await clients.as({ role: 'therapist', stores: ['sh-01'], subject });
    await who.get(`/v1/clients/${clientId}`).expect(200);
  };
  const record = async (body: object): Promise<string> => {
    const told = { kind: 'leaked', grave: true, beganAt: '2026-03-01T08:00:00Z', ...body };
    return (await clients.http.post('/v1/incidents').send(told).expect(201)).body.incidentId;
  };
  const page = async (incidentId: string) =>
    (await clients.http.get(`/v1/incidents/${incidentId}`).expect(200)).body;
  const affected = async (incidentId: string, query = '') =>
    (await clients.http.get(`/v1/incidents/${incidentId}/affected-clients?${query}`).expect(200)).body;
  const idsOf = async (incidentId: string): Promise<string[]> =>
    (await affected(incidentId)).items.map(({ clientId }: { clientId: string }) => clientId);

  it('affects whoever these accounts read in that time, and who is named, each once', async () => {
    const [read, twice, before, byOther, named] = await Promise.all([1, 2, 3, 4, 5].map(() => register()));
    await readBy(LI, before!);
    clock.advance(3_600_000);
    const beganAt = clock.now().toISOString();
    await readBy(LI, read!);
    await readBy(CHEN, byOther!);
    await readBy(LI, twice!);
    clock.advance(1_000);
    await readBy(LI, twice!);
    const endedAt = clock.now().toISOString();
    clock.advance(1_000);
    await readBy(LI, before!);

    const incidentId = await record({ accountIds: [LI], clientIds: [named, read], beganAt, endedAt });
    expect(await idsOf(incidentId)).toEqual([read, twice, named].sort());
    expect((await affected(incidentId)).items).toContainEqual({
      ...{ clientId: twice, readings: 2, firstAt: beganAt, lastAt: endedAt, what: ['page'] },
    });
    expect((await affected(incidentId)).items).toContainEqual({
      ...{ clientId: named, readings: 0, firstAt: null, lastAt: null, what: [] },
    });
    expect(await page(incidentId)).toMatchObject({ affected: 3, kind: 'leaked', closed: null });

    const scope = { accountIds: [LI, CHEN], beganAt: '2026-03-01T08:00:00Z' };
    await clients.http.put(`/v1/incidents/${incidentId}/scope`).send(scope).expect(200);
    expect(await idsOf(incidentId)).toEqual([read, twice, before, byOther].sort());
  });

  it('says of whose data left as a spreadsheet that it did', async () => {
    const her = await register();
    const beganAt = clock.now().toISOString();
    const manager = await clients.as({ role: 'store-manager', stores: ['sh-01'], subject: CHEN });
    const body = { storeId: 'sh-01', format: 'csv', reason: 'hand-over' };
    await manager.post('/v1/client-exports').send(body).expect(200);
    const incidentId = await record({ accountIds: [CHEN], beganAt });
    const { items } = await affected(incidentId);
    expect(items).toContainEqual(expect.objectContaining({ clientId: her, what: ['export'] }));
  });

  it('affects nobody while nobody is named', async () => {
    const incidentId = await record({});
    expect(await affected(incidentId)).toEqual({ items: [], nextCursor: null });
    expect(await page(incidentId)).toMatchObject({ affected: 0 });
  });

  it('has clocks that run until the authority is told, and is closed when all are', async () => {
    const incidentId = await record({});
    const standings = async (): Promise<string[]> =>
      (await page(incidentId)).clocks.map(({ standing }: { standing: string }) => standing);
    expect(await standings()).toEqual(['due', 'due']);
    clock.advance(4 * 3_600_000 + 1);
    expect(await standings()).toEqual(['overdue', 'due']);
    const close = (outcome: string) =>
      clients.http.post(`/v1/incidents/${incidentId}/closing`).send({ outcome });
    const { body } = await close('told').expect(409);
    expect(body).toMatchObject({ code: 'not-told', context: { untold: ['authority', 'people'] } });
    const tell = (to: string) =>
      clients.http
        .post(`/v1/incidents/${incidentId}/tellings`)
        .send({ to, by: 'letter', reference: 'letter 7' });
    await tell('authority').expect(201);
    expect(await standings()).toEqual(['late', 'kept']);
    await tell('people').expect(201);
    await close('told').expect(201);
    expect(await page(incidentId)).toMatchObject({
      tellings: [
        { to: 'authority', by: 'letter', toldAt: clock.now().toISOString(), reference: 'letter 7' },
        { to: 'people' },
      ],
      closed: { outcome: 'told' },
    });
    await tell('people').expect(409);
    await eventually(async () => {
      const list = async (state: string) =>
        JSON.stringify((await clients.http.get(`/v1/incidents?state=${state}`).expect(200)).body);
      expect(await list('closed')).toContain(incidentId);
      expect(await list('open')).not.toContain(incidentId);
    });
  });

  it('is not yet to come', async () => {
    const body = { kind: 'lost', grave: false, beganAt: '9999-12-30T23:59:59-12:00' };
    const { body: refusal } = await clients.http.post('/v1/incidents').send(body).expect(409);
    expect(refusal).toMatchObject({ code: 'in-the-future' });
    const incidentId = await record({});
    const scope = { beganAt: '2026-03-01T08:00:00Z', endedAt: '2126-03-01T08:00:00Z' };
    await clients.http.put(`/v1/incidents/${incidentId}/scope`).send(scope).expect(409);
  });

  it('is listed by when it was found, page by page', async () => {
    const listed: string[] = [];
    let cursor = '';
    do {
      const asked = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await clients.http.get(`/v1/incidents?limit=2${asked}`).expect(200);
      listed.push(...body.items.map(({ foundAt }: { foundAt: string }) => foundAt));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect(listed.length).toBeGreaterThan(3);
    expect(listed).toEqual(listed.toSorted().reverse());
  });

  it('lists 10,000 readings of an account page by page, nobody left out and nobody twice', async () => {
    const account = randomUUID();
    const many = Array.from({ length: 2_000 }, () => uuidv7());
    const events = clients.app.get(EventStore);
    const beganAt = clock.now().toISOString();
    const fact = (clientId: string) => ({
      type: 'PersonalDataRead',
      occurredAt: beganAt,
      data: { clientId, what: 'page', purpose: 'care', role: 'therapist', readerStore: 'sh-01' },
    });
    for (let at = 0; at < many.length; at += 500)
      await events.append({
        context: { commandId: uuidv7(), actor: account },
        streams: many.slice(at, at + 500).map((clientId) => ({
          ...{ stream: streamOf(reading, clientId), expected: 'any' as const },
          events: Array.from({ length: 5 }, () => fact(clientId)),
        })),
      });
    const incidentId = await record({ accountIds: [account], beganAt });
    const counted = async (): Promise<number> => (await page(incidentId)).affected ?? counted();
    expect(await counted()).toBe(2_000); // never fewer, however far the view has come
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const one = await affected(incidentId, `limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`);
      listed.push(...one.items.map(({ clientId }: { clientId: string }) => clientId));
      cursor = one.nextCursor;
    }
    expect(listed).toEqual(many.toSorted());
  });

  it('is for headquarters and the privacy officer; an auditor reads', async () => {
    const incidentId = await record({});
    const auditor = await clients.as({ role: 'auditor', stores: [] });
    await auditor.get(`/v1/incidents/${incidentId}/affected-clients`).expect(200);
    const body = { kind: 'lost', grave: false, beganAt: '2026-03-01T08:00:00Z' };
    await auditor.post('/v1/incidents').send(body).expect(403);
    const manager = await clients.as({ role: 'store-manager', stores: ['sh-01'] });
    await manager.get('/v1/incidents').expect(403);
    await clients.http.get(`/v1/incidents/${randomUUID()}`).expect(404);
    await clients.http.get(`/v1/incidents/${randomUUID()}/affected-clients`).expect(404);
  });
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import { uuidv7 } from '#libs/event-store';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type TestedService,
} from '#libs/testing';
import { ComplaintsModule } from '../src/complaints.module.js';
import { openBus, type Bus } from './stores-told.js';

/** Answers as stores does, and knows one store. */
const stores = createServer((request, response) => {
  const known = request.url === '/v1/stores/bj-01';
  response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(known ? { timeZone: 'Asia/Shanghai', openedAt: '2026-01-01T00:00:00.000Z' } : {}),
  );
});

describe('complaints, from outside', () => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  const databaseUrl = freshBaseUrl();
  let complaints: TestedService;
  let bus: Bus;

  const open = (body: object = {}) =>
    complaints.http.post('/v1/complaints').send({ storeId: 'bj-01', channel: 'phone', ...body });
  const opened = async (body: object = {}): Promise<string> =>
    (await open(body).expect(201)).body.complaintId;
  const answer = (complaintId: string, body?: object) =>
    complaints.http.post(`/v1/complaints/${complaintId}/answer`).send(body);
  const close = (complaintId: string, resolution = 'settled') =>
    complaints.http.post(`/v1/complaints/${complaintId}/close`).send({ resolution });
  const page = async (complaintId: string) =>
    (await complaints.http.get(`/v1/complaints/${complaintId}`).expect(200)).body;
  const list = async (query: object) =>
    (await complaints.http.get('/v1/complaints').query(query).expect(200)).body;
  const toldOf = (complaintId: string) =>
    bus.heard
      .filter(({ data }) => (data as { complaintId: string }).complaintId === complaintId)
      .map(({ type }) => type);

  beforeAll(async () => {
    stores.listen(0, '127.0.0.1');
    await once(stores, 'listening');
    const storesUrl = `http://127.0.0.1:${(stores.address() as AddressInfo).port}`;
    bus = await openBus(databaseUrl);
    complaints = await startForTest(ComplaintsModule, { databaseUrl, clock, storesUrl });
  });
  afterAll(async () => {
    await complaints.stop();
    await bus.close();
    stores.close();
  });

  it('opens a complaint, to be answered within 24 hours (CP-01, CP-03)', async () => {
    const clientId = uuidv7();
    const { body } = await open({ clientId, category: 'attitude' }).expect(201);
    expect(await page(body.complaintId)).toMatchObject({
      clientId,
      channel: 'phone',
      category: 'attitude',
      status: 'open',
      openedAt: '2026-03-01T02:00:00.000Z',
      warnAt: '2026-03-01T22:00:00.000Z',
      dueAt: '2026-03-02T02:00:00.000Z',
      version: 1,
    });
    const { items } = await list({ storeId: 'bj-01', minPosition: body.position });
    expect(items).toMatchObject([
      { complaintId: body.complaintId, clientId, status: 'open', dueSoon: false },
    ]);
  });

  it('answers, then closes, and tells each once however often it is asked', async () => {
    const complaintId = await opened();
    expect((await close(complaintId).expect(409)).body.code).toBe('not-answered-yet');
    expect((await answer(complaintId).expect(201)).body).toMatchObject({ complaintId, appended: true });
    expect((await answer(complaintId).expect(201)).body.appended).toBe(false);
    expect((await close(complaintId).expect(201)).body.appended).toBe(true);
    const again = await close(complaintId).expect(201);
    expect(again.body.appended).toBe(false);
    expect((await close(complaintId, 'rejected').expect(409)).body.code).toBe('closed-differently');
    const { items } = await list({ status: 'closed', minPosition: again.body.position });
    expect(items).toMatchObject([{ complaintId, resolution: 'settled' }]);
    await eventually(() =>
      expect(toldOf(complaintId)).toEqual([
        'complaints.complaint-opened.v1',
        'complaints.complaint-answered.v1',
        'complaints.complaint-closed.v1',
      ]),
    );
  });

  it('opens a complaint once, when its id is sent again', async () => {
    const complaintId = uuidv7();
    await open({ complaintId }).expect(201);
    expect((await open({ complaintId }).expect(201)).body.appended).toBe(false);
    const other = await open({ complaintId, channel: 'social' }).expect(409);
    expect(other.body.code).toBe('complaint-opened-differently');
  });

  it('warns before the time is up, records the breach at its moment, and takes it back for an answer told late', async () => {
    const complaintId = await opened();
    clock.moveTo('2026-03-01T22:00:00.000Z');
    await eventually(async () => expect(await page(complaintId)).toMatchObject({ warned: true }));
    clock.moveTo('2026-03-03T00:00:00.000Z');
    const breachedAt = '2026-03-02T02:00:00.000Z';
    await eventually(async () => expect(await page(complaintId)).toMatchObject({ breachedAt }));
    await answer(complaintId, { answeredAt: '2026-03-02T09:59:59+08:00' }).expect(201);
    expect(await page(complaintId)).toMatchObject({ status: 'answered', breachedAt: null });
    await eventually(() => {
      const told = bus.heard.filter(
        ({ data }) => (data as { complaintId: string }).complaintId === complaintId,
      );
      expect(told.slice(1)).toMatchObject([
        { type: 'complaints.complaint-breached.v1', data: { breachedAt, breachedOn: '2026-03-02' } },
        {
          type: 'complaints.complaint-answered.v1',
          data: { answeredAt: '2026-03-02T01:59:59.000Z', answeredOn: '2026-03-02' },
        },
        {
          type: 'complaints.complaint-breach-withdrawn.v1',
          data: { withdrawnAt: '2026-03-03T00:00:00.000Z', withdrawnOn: '2026-03-03' },
        },
      ]);
    });
  });

  it('learns of stores by message, and asks for one it has not heard of', async () => {
    expect((await open({ storeId: 'ld-01' }).expect(404)).body.code).toBe('unknown-store');
    await bus.tellOf({ storeId: 'ld-01', timeZone: 'Europe/London' });
    const { body } = await eventually(() => open({ storeId: 'ld-01' }).expect(201));
    expect(await page(body.complaintId)).toMatchObject({ timeZone: 'Europe/London' });
  });

  it('lists page by page, by when the answer is due', async () => {
    const { position: minPosition } = (await open().expect(201)).body;
    const whole = (await list({ minPosition })).items.map((one: { complaintId: string }) => one.complaintId);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const part = await list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...part.items.map((one: { complaintId: string }) => one.complaintId));
      cursor = part.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect(paged.length).toBeGreaterThan(4);
  });

  it.each([
    ['an unknown channel', { channel: 'pigeon' }, 'channel'],
    ['an unknown category', { category: 'her words' }, 'category'],
    ['a description, for what was said is personal', { description: 'her words' }, 'description'],
    ['a client that is no id', { clientId: 'Wang' }, 'clientId'],
  ])('names the field of %s', async (_what, body, field) => {
    const refused = await open(body).expect(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('names a wrong time and a wrong resolution', async () => {
    const complaintId = await opened();
    const time = await answer(complaintId, { answeredAt: 'yesterday' }).expect(400);
    expect(time.body.errors).toEqual([expect.objectContaining({ field: 'answeredAt' })]);
    const resolution = await close(complaintId, 'forgotten').expect(400);
    expect(resolution.body.errors).toEqual([expect.objectContaining({ field: 'resolution' })]);
  });

  it('does not know a complaint nobody opened', async () => {
    const nobody = uuidv7();
    for (const asked of [answer(nobody), close(nobody), complaints.http.get(`/v1/complaints/${nobody}`)]) {
      expect((await asked.expect(404)).body.code).toBe('unknown-complaint');
    }
  });

  it('lists those of all who are read as her, where they are, as long as they are merged (X15)', async () => {
    const clients = await Teller.at(databaseUrl);
    const [her, twin, third] = [uuidv7(), uuidv7(), uuidv7()];
    const [hers, twins, thirds] = [
      await opened({ clientId: her }),
      await opened({ clientId: twin }),
      await opened({ clientId: third, channel: 'in-store' }),
    ];
    const link = (survivorId: string, mergedId: string) => ({ survivorId, mergedId, storeId: 'bj-01' });
    const at = clock.now().toISOString();
    const of = async (clientId: string) =>
      (await list({ clientId })).items.map(({ complaintId }: { complaintId: string }) => complaintId);
    await eventually(async () => expect(await of(third)).toEqual([thirds]));
    await clients.tell(clientsMerged, { ...link(twin, third), mergedAt: at });
    await clients.tell(clientsMerged, { ...link(her, twin), mergedAt: at });
    await eventually(async () => expect(await of(her)).toEqual([hers, twins, thirds].sort()));
    expect(await of(third)).toEqual([thirds]);
    expect((await list({ clientId: her, status: 'closed' })).items).toEqual([]);
    await clients.tell(clientsUnmerged, { ...link(her, twin), unmergedAt: at });
    await eventually(async () => expect(await of(her)).toEqual([hers]));
    expect(await of(twin)).toEqual([twins, thirds].sort());
    await complaints.http.get('/v1/complaints').query({ clientId: 'fang' }).expect(400);
    await clients.close();
  });
});

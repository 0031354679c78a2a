import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
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

describe('whose client she is, from outside (X11)', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-ownership-'));
  const clock = movableClock('2026-03-31T17:00:00Z'); // 1 April in Shanghai
  let clients: TestedService;
  let others: Teller;

  beforeAll(async () => {
    others = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock });
    for (const [storeId, timeZone] of [
      ['sh-01', 'Asia/Shanghai'],
      ['la-01', 'America/Los_Angeles'],
    ] as const)
      await others.tell(storeOpened, {
        ...{ storeId, timeZone, name: storeId, region: '', legalEntity: '', grade: 'C', currency: 'CNY' },
        openedAt: '2025-01-01T02:00:00.000Z',
      });
    await others.tell(policyPublished, {
      ...{ name: 'client-ownership', version: 1, storeId: 'bj-01', effectiveFrom: '2026-02-01' },
      value: { rule: 'hand-over', handOver: [{ afterMonths: 1, to: 'consulting' }] },
    });
    await clients.settled('stores');
  });
  afterAll(async () => {
    await clients.stop();
    await others.close();
    rmSync(dataFolder, { recursive: true });
  });

  const registered = async (storeId = 'sh-01'): Promise<string> =>
    (await clients.http.post('/v1/clients').send({ storeId, name: 'Li' }).expect(201)).body
      .clientId as string;
  const served = async (clientId: string, on: string, staffId: string): Promise<void> => {
    const visitId = randomUUID();
    const line = { lineId: '1', itemId: 'facial', quantity: 1, paidMinor: 100, staffId };
    await others.tell(visitCompleted, {
      ...{ visitId, clientId, storeId: 'sh-01', timeZone: 'Asia/Shanghai', currency: 'CNY', lines: [line] },
      ...{ paidMinor: 100, completedAt: `${on}T02:00:00.000Z`, completedOn: on },
    });
    await eventually(async () => {
      const { body } = await clients.http.get(`/v1/clients/${clientId}/visits`).expect(200);
      expect(JSON.stringify(body)).toContain(visitId);
    });
  };
  const owner = async (clientId: string, query: object = {}) =>
    (await clients.http.get(`/v1/clients/${clientId}/owner`).query(query).expect(200)).body as object;
  const assign = (clientId: string, body: object) =>
    clients.http.post(`/v1/clients/${clientId}/owner-assignments`).send({ reason: 'her-wish', ...body });
  const release = (clientId: string) =>
    clients.http.post(`/v1/clients/${clientId}/owner-releases`).send({ reason: 'staff-left' });

  it('is hers who served last, on any day, with the reason, and told by another rule on request', async () => {
    const clientId = await registered();
    expect(await owner(clientId)).toMatchObject({ owner: { post: 'store-manager' }, since: null });
    await served(clientId, '2026-01-10', 'li');
    await served(clientId, '2026-03-10', 'wang');
    expect(await owner(clientId, { policy: 'hand-over' })).toMatchObject({
      ...{ on: '2026-04-01', rule: 'server-follows', since: '2026-03-10' },
      owner: { staffId: 'wang', post: null },
      because: { what: 'served', factOn: '2026-03-10' },
      whatIf: { owner: { staffId: null, post: 'department' }, rule: 'hand-over', since: '2026-03-10' },
    });
    expect(await owner(clientId, { on: '2026-03-09' })).toMatchObject({
      owner: { staffId: 'li' },
      since: '2026-01-10',
    });
    const { body } = await clients.http.get(`/v1/clients/${clientId}/owners`).query({ limit: 2 }).expect(200);
    expect(body.items).toMatchObject([{ owner: { staffId: 'wang' }, until: null }, { until: '2026-03-10' }]);
    const rest = { cursor: body.nextCursor as string };
    const first = await clients.http.get(`/v1/clients/${clientId}/owners`).query(rest).expect(200);
    expect(first.body).toMatchObject({ items: [{ from: null, until: '2026-01-10' }], nextCursor: null });
  });

  it('is hers who is assigned, from that day on the store’s calendar, until she is released', async () => {
    const clientId = await registered();
    await served(clientId, '2026-03-10', 'wang');
    expect((await assign(clientId, { staffId: 'chen' }).expect(201)).body.appended).toBe(true);
    expect((await assign(clientId, { staffId: 'chen' }).expect(201)).body.appended).toBe(false);
    expect(await owner(clientId, { on: '2026-03-31' })).toMatchObject({ owner: { staffId: 'wang' } });
    expect(await owner(clientId)).toMatchObject({
      owner: { staffId: 'chen' },
      because: { what: 'assigned', factOn: '2026-04-01', reason: 'her-wish' },
    });
    const desk = await clients.as({ role: 'front-desk', stores: ['sh-01'] });
    const glance = await desk.get(`/v1/clients/${clientId}/glance`).expect(200);
    expect(glance.body.owner).toEqual({ staffId: 'chen', post: null, since: '2026-04-01' });
    await desk.post(`/v1/clients/${clientId}/owner-releases`).send({ reason: 'staff-left' }).expect(403);
    expect((await release(clientId).expect(201)).body.appended).toBe(true);
    expect((await release(clientId).expect(201)).body.appended).toBe(false);
    expect(await owner(clientId)).toMatchObject({ owner: { staffId: 'wang' } });
    await assign(clientId, { staffId: 'chen', reason: 'because I say so' }).expect(400);
  });

  it('is told for the day in her store, also before she ever came, and after she was served far away', async () => {
    const [never, traveller] = [await registered(), await registered('la-01')];
    await eventually(async () => expect(await owner(never)).toMatchObject({ on: '2026-04-01' }));
    await served(traveller, '2026-03-10', 'wang');
    await eventually(async () => expect(await owner(traveller)).toMatchObject({ on: '2026-03-31' }));
    await assign(traveller, { staffId: 'chen' }).expect(201);
    expect(await owner(traveller)).toMatchObject({ owner: { staffId: 'chen' }, since: '2026-03-31' });
  });

  it('goes by the rule her own store has published, from its day on', async () => {
    const clientId = await registered('bj-01');
    await served(clientId, '2026-01-10', 'li');
    await eventually(async () =>
      expect(await owner(clientId)).toMatchObject({
        owner: { post: 'consulting' },
        policyVersion: 'client-ownership@1',
        because: { what: 'time-since-visit', factOn: '2026-01-10' },
      }),
    );
    expect(await owner(clientId, { on: '2026-01-31' })).toMatchObject({ owner: { staffId: 'li' } });
  });

  it('counts the facts of both who are one person, and lets go of them again', async () => {
    const [one, other] = [await registered(), await registered()];
    await served(one, '2026-02-10', 'li');
    await served(other, '2026-03-10', 'wang');
    await assign(other, { staffId: 'chen', effectiveFrom: '2026-03-20' }).expect(201);
    const link = { mergedId: other, reason: 'registered-twice' };
    await clients.http.post(`/v1/clients/${one}/merge`).send(link).expect(201);
    expect(await owner(one, { on: '2026-03-19' })).toMatchObject({ owner: { staffId: 'wang' } });
    expect(await owner(one)).toMatchObject({ owner: { staffId: 'chen' } });
    expect((await release(one).expect(201)).body.appended).toBe(true);
    expect(await owner(one)).toMatchObject({ owner: { staffId: 'wang' } });
    await clients.http
      .post(`/v1/clients/${one}/unmerge`)
      .send({ ...link, reason: 'mistake' })
      .expect(201);
    expect(await owner(one)).toMatchObject({ owner: { staffId: 'li' } });
    expect(await owner(other)).toMatchObject({ owner: { staffId: 'chen' } });
  });

  it('is not told to other stores, nor of whom nobody knows, nor for days too far off', async () => {
    const clientId = await registered();
    const elsewhere = await clients.as({ role: 'store-manager', stores: ['bj-01'] });
    await elsewhere.get(`/v1/clients/${clientId}/owner`).expect(403);
    await elsewhere
      .post(`/v1/clients/${clientId}/owner-assignments`)
      .send({ staffId: 'li', reason: 'correction' })
      .expect(403);
    await clients.http.get(`/v1/clients/${randomUUID()}/owner`).expect(404);
    await assign(randomUUID(), { staffId: 'li' }).expect(404);
    const ahead = await clients.http.get(`/v1/clients/${clientId}/owner?on=2036-04-02`).expect(409);
    expect(ahead.body.code).toBe('too-far-ahead');
  });

  it('is not given to anybody once she is erased', async () => {
    const clientId = await registered();
    await clients.http
      .post(`/v1/clients/${clientId}/erasure`)
      .send({ reason: 'request-of-hers' })
      .expect((answer) => expect(answer.ok).toBe(true));
    await eventually(async () => {
      const { body } = await assign(clientId, { staffId: 'li' }).expect(409);
      expect(body.code).toBe('erased');
    });
  });
});

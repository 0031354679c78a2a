import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { eventually, freshBaseUrl, startForTest, Teller, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('what a client had and paid', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-client-visits-'));
  let clients: TestedService;
  let visits: Teller;
  let clientId: string;

  beforeAll(async () => {
    visits = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder });
    const { body } = await clients.http
      .post('/v1/clients')
      .send({ storeId: 'sh-01', name: 'Li' })
      .expect(201);
    clientId = body.clientId as string;
  });
  afterAll(async () => {
    await clients.stop();
    await visits.close();
    rmSync(dataFolder, { recursive: true });
  });

  const line = { lineId: '1', itemId: 'facial', quantity: 1, paidMinor: 29_800, staffId: 'li' };
  const visit = (visitId: string, on: string, storeId = 'sh-01') => ({
    ...{ visitId, clientId, storeId, timeZone: 'Asia/Shanghai', currency: 'CNY', lines: [line] },
    ...{ paidMinor: 29_800, completedAt: `${on}T02:00:00.000Z`, completedOn: on },
  });

  it('is told by visits, once however often it is told, and shown the newest first', async () => {
    const [first, second, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
    for (const one of [first, first]) await visits.tell(visitCompleted, visit(one, '2026-03-01'));
    await visits.tell(visitCompleted, visit(second, '2026-04-01'));
    await visits.tell(visitCompleted, visit(elsewhere, '2026-05-01', 'bj-01'));
    const returned = {
      lineId: '1',
      itemId: 'facial',
      quantity: 1,
      returnedMinor: 9_800,
      stillPaidMinor: 20_000,
    };
    const returnId = randomUUID();
    await visits.tell(goodsReturned, {
      ...{ returnId, visitId: second, clientId, storeId: 'sh-01', lines: [returned], returnedMinor: 9_800 },
      ...{ visitStillPaidMinor: 20_000, returnedAt: '2026-04-02T02:00:00.000Z', returnedOn: '2026-04-02' },
    });
    const ids = async (asking = clients.http) =>
      ((await asking.get(`/v1/clients/${clientId}/visits`).expect(200)).body as { items: { id: string }[] })
        .items;
    await eventually(async () => {
      expect((await ids()).map(({ id }) => id)).toEqual([elsewhere, returnId, second, first]);
    });
    const desk = await clients.as({ role: 'front-desk', stores: ['sh-01'] });
    expect((await ids(desk)).map(({ id }) => id)).toEqual([returnId, second, first]);
    expect((await ids()).at(-1)).toMatchObject({
      kind: 'visit',
      happenedOn: '2026-03-01',
      amountMinor: 29_800,
    });
  });

  it('comes in pages', async () => {
    const path = `/v1/clients/${clientId}/visits`;
    const first = await clients.http.get(path).query({ limit: 3 }).expect(200);
    const rest = await clients.http.get(path).query({ limit: 3, cursor: first.body.nextCursor }).expect(200);
    expect([first.body.items.length, rest.body.items.length, rest.body.nextCursor]).toEqual([3, 1, null]);
  });

  it('tells her classes on a day, whoever asks; not to those of other stores', async () => {
    const path = `/v1/clients/${clientId}/classification`;
    const on = { on: '2026-04-30', storeGrade: 'D' };
    const answer = {
      annualSpend: { class: 'D', spentMinor: 49_800 },
      vip: { vip: false, visits: 2 },
      card: { class: 'no-card' },
      frequency: { class: 'low', visits: 2 },
    };
    const manager = await clients.as({ role: 'store-manager', stores: ['sh-01'] });
    for (const who of [clients.http, manager]) {
      expect((await who.get(path).query(on).expect(200)).body).toMatchObject(answer);
    }
    const later = await manager
      .get(path)
      .query({ ...on, on: '2026-05-01' })
      .expect(200);
    expect(later.body.vip.visits).toBe(3); // she came to another store
    await (await clients.as({ role: 'store-manager', stores: ['bj-01'] })).get(path).expect(403);
    await clients.http.get(path).query({ on: '2026-02-30' }).expect(400);
  });

  it('goes by the grade of her store and by what headquarters published for it, and says which (CL-49)', async () => {
    const path = `/v1/clients/${clientId}/classification`;
    const classes = async (query: object) => (await clients.http.get(path).query(query).expect(200)).body;
    expect(await classes({ on: '2026-04-30' })).toMatchObject({
      policyVersion: 'client-classification@built-in',
      annualSpend: { class: null, storeGrade: null },
    });
    const store = { storeId: 'sh-01', currency: 'CNY', timeZone: 'Asia/Shanghai' };
    await visits.tell(storeOpened, {
      ...{ ...store, name: 'West', region: '', legalEntity: '', grade: 'D' },
      openedAt: '2026-01-01T02:00:00.000Z',
    });
    await visits.tell(storeChanged, { storeId: 'sh-01', effectiveFrom: '2026-05-01', grade: 'AA' });
    await visits.tell(policyPublished, {
      ...{ name: 'client-classification', version: 4, storeId: 'sh-01', effectiveFrom: '2026-04-01' },
      value: {
        annualSpend: { D: [{ class: 'jade', fromMinor: 40_000 }] },
        vip: { fromMinor: 1_000_000, orVisits: 2 },
        card: [],
        frequency: { withinMonths: 3, keyFromVisits: 2, potentialFromVisits: 1 },
      },
    });
    await eventually(async () => {
      expect(await classes({ on: '2026-04-30' })).toMatchObject({
        policyVersion: 'client-classification@4',
        annualSpend: { class: 'jade', storeGrade: 'D' },
        vip: { vip: true, because: 'visits' },
        frequency: { class: 'key', withinMonths: 3 },
      });
    });
    expect(await classes({ on: '2026-05-01' })).toMatchObject({
      annualSpend: { class: null, storeGrade: 'AA' },
    });
    expect(await classes({ on: '2026-05-01', storeGrade: 'D' })).toMatchObject({
      annualSpend: { class: 'jade', storeGrade: 'D' },
    });
    expect(await classes({ on: '2026-03-31' })).toMatchObject({
      policyVersion: 'client-classification@built-in',
    });
  });

  it('is not shown to other stores, and not of whom nobody registered', async () => {
    const other = await clients.as({ role: 'front-desk', stores: ['bj-01'] });
    await other.get(`/v1/clients/${clientId}/visits`).expect(403);
    await clients.http.get(`/v1/clients/${randomUUID()}/visits`).expect(404);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import {
  eventually,
  freshBaseUrl,
  startForTest,
  Teller,
  type Asking,
  type TestedService,
} from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('what clients are worth (CL-46, CL-47, CL-48)', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-client-values-'));
  let clients: TestedService;
  let others: Teller;

  const [big, middle, small, least, gone] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const paid = async (clientId: string, paidMinor: number, more: object = {}): Promise<void> => {
    await others.tell(visitCompleted, {
      ...{ visitId: randomUUID(), clientId, storeId: 'sh-01', timeZone: 'Asia/Shanghai', currency: 'CNY' },
      ...{ lines: [], paidMinor, completedAt: '2026-03-10T02:00:00.000Z', completedOn: '2026-03-10' },
      ...more,
    });
  };
  const gaveBack = async (clientId: string, returnedMinor: number): Promise<void> => {
    await others.tell(goodsReturned, {
      ...{ returnId: randomUUID(), visitId: null, clientId, storeId: 'sh-01', lines: [], returnedMinor },
      ...{ visitStillPaidMinor: null, returnedAt: '2026-03-12T02:00:00.000Z', returnedOn: '2026-03-12' },
    });
  };
  const asking = (query: object = {}, who: Asking = clients.http) =>
    who.get('/v1/client-values').query({ from: '2026-03-01', to: '2026-03-31', currency: 'CNY', ...query });
  const values = async (query: object = {}, who?: Asking) => (await asking(query, who).expect(200)).body;
  const sizes = async (query: object = {}, who: Asking = clients.http) => {
    const period = { from: '2026-03-01', to: '2026-03-31', currency: 'CNY', ...query };
    return (await who.get('/v1/client-value-sizes').query(period).expect(200)).body;
  };

  beforeAll(async () => {
    others = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder });
    await paid(big, 4_000);
    await paid(big, 5_000);
    await gaveBack(big, 1_000);
    await paid(middle, 1_500);
    await paid(small, 400);
    await paid(least, 100);
    await paid(gone, 300);
    await gaveBack(gone, 300);
    await paid(least, 9_999, { completedOn: '2026-04-01' });
    await paid(small, 7_000, { storeId: 'hk-01', currency: 'HKD' });
    await eventually(async () => {
      expect(await sizes({ from: '2026-01-01', to: '2026-12-31' })).toMatchObject({ paidMinor: 19_999 });
      expect(await sizes({ currency: 'HKD' })).toMatchObject({ paidMinor: 7_000 });
    });
  });
  afterAll(async () => {
    await clients.stop();
    await others.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('is what they paid in a period less what was given back, with shares and classes', async () => {
    expect(await values()).toEqual({
      policyVersion: 'client-classification@built-in',
      currency: 'CNY',
      items: [
        { clientId: big, class: 'A', paidMinor: 8_000, visits: 2, share: 0.8, cumulatedShare: 0.8 },
        { clientId: middle, class: 'B', paidMinor: 1_500, visits: 1, share: 0.15, cumulatedShare: 0.95 },
        { clientId: small, class: 'C', paidMinor: 400, visits: 1, share: 0.04, cumulatedShare: 0.99 },
        { clientId: least, class: 'C', paidMinor: 100, visits: 1, share: 0.01, cumulatedShare: 1 },
      ],
      nextCursor: null,
    });
  });

  it('is counted by class, and how many bring 80 %', async () => {
    expect(await sizes()).toEqual({
      ...{ policyVersion: 'client-classification@built-in', currency: 'CNY' },
      ...{ clients: 4, paidMinor: 10_000, clientsFor80Percent: 1, shareOfClientsFor80Percent: 0.25 },
      classes: [
        { class: 'A', clients: 1, paidMinor: 8_000 },
        { class: 'B', clients: 1, paidMinor: 1_500 },
        { class: 'C', clients: 2, paidMinor: 500 },
      ],
    });
  });

  it('is listed to nobody who sees no names, and not counted of fewer than five', async () => {
    for (const paidMinor of [9_000, 500, 100, 100, 100, 100, 100])
      await paid(randomUUID(), paidMinor, { storeId: 'gz-01', completedOn: '2026-02-10' });
    const february = { storeId: 'gz-01', from: '2026-02-01', to: '2026-02-28' };
    await eventually(async () => expect(await sizes(february)).toMatchObject({ clients: 7 }));
    for (const role of ['hq-analyst', 'finance'] as const) {
      const who = await clients.as({ role, stores: ['sh-01', 'gz-01'] });
      await asking({}, who).expect(403);
      expect(await sizes(february, who)).toMatchObject({
        ...{ clients: 7, paidMinor: 10_000, clientsFor80Percent: null, shareOfClientsFor80Percent: null },
        classes: [
          { class: 'A', clients: null, paidMinor: null },
          { class: 'B', clients: null, paidMinor: null },
          { class: 'C', clients: null, paidMinor: null },
        ],
      });
      expect(await sizes({ storeId: 'sh-01' }, who)).toMatchObject({ clients: null, paidMinor: null });
    }
  });

  it('comes in pages that say the same of each', async () => {
    const first = await values({ limit: 3 });
    const rest = await values({ limit: 3, cursor: first.nextCursor });
    expect([...first.items, ...rest.items]).toEqual((await values()).items);
    expect(rest.nextCursor).toBeNull();
  });

  it('is of one currency: the one paid in, or the one that is named', async () => {
    const several = await asking({ currency: undefined }).expect(409);
    expect(several.body).toMatchObject({
      code: 'several-currencies',
      context: { currencies: ['CNY', 'HKD'] },
    });
    const hongKong = { storeId: 'hk-01', currency: undefined };
    expect(await values(hongKong)).toMatchObject({ currency: 'HKD', items: [{ clientId: small }] });
    const before = { ...hongKong, from: '2025-01-01', to: '2025-12-31' };
    expect(await values(before)).toMatchObject({ currency: null, items: [] });
    expect(await sizes(before)).toMatchObject({
      ...{ currency: null, clients: 0, paidMinor: 0, classes: [], shareOfClientsFor80Percent: null },
    });
    const wrongWay = { from: '2026-04-01', to: '2026-03-31' };
    await clients.http.get('/v1/client-value-sizes').query(wrongWay).expect(400);
    await asking({ from: '2026-04-01' }).expect(400);
    await asking({ from: undefined }).expect(400);
    await asking({ cursor: 'x' }).expect(400);
  });

  it('is what was paid in the asker’s stores', async () => {
    const manager = await clients.as({ role: 'store-manager', stores: ['hk-01'] });
    expect((await values({}, manager)).items).toEqual([]);
    expect((await values({ currency: 'HKD' }, manager)).items).toMatchObject([{ clientId: small }]);
    await asking({}, await clients.as({ role: 'therapist', stores: ['hk-01'] })).expect(403);
  });

  it('goes by the shares that are published', async () => {
    await others.tell(policyPublished, {
      ...{ name: 'client-classification', version: 2, storeId: null, effectiveFrom: '2026-03-01' },
      value: {
        ...{ annualSpend: {}, vip: { fromMinor: 1, orVisits: 1 }, card: [] },
        frequency: { withinMonths: 6, keyFromVisits: 2, potentialFromVisits: 1 },
        abc: { aUpToPercent: 90, bUpToPercent: 99 },
      },
    });
    await eventually(async () => {
      const { policyVersion, items } = await values();
      expect(policyVersion).toBe('client-classification@2');
      expect((items as { class: string }[]).map((one) => one.class)).toEqual(['A', 'A', 'B', 'C']);
      expect(await sizes()).toMatchObject({ policyVersion, clientsFor80Percent: 1 });
    });
  });

  it('counts who was merged as one', async () => {
    const registered = async () =>
      (await clients.http.post('/v1/clients').send({ storeId: 'sh-03', name: 'Li' }).expect(201)).body
        .clientId as string;
    const [one, twin] = [await registered(), await registered()];
    for (const id of [one, twin]) await paid(id, 250, { storeId: 'sh-03' });
    await eventually(async () => expect((await values({ storeId: 'sh-03' })).items).toHaveLength(2));
    const merging = { mergedId: twin, reason: 'registered-twice' };
    const { body } = await clients.http.post(`/v1/clients/${one}/merge`).send(merging).expect(201);
    expect((await values({ storeId: 'sh-03', minPosition: body.position })).items).toMatchObject([
      { clientId: one, paidMinor: 500, visits: 2, share: 1 },
    ]);
  });
});

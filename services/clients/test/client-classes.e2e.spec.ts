import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { freshBaseUrl, startForTest, Teller, type Asking, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

const STORES = ['sh-01', 'bj-01'];
const DAYS = ['2025-12-31', '2026-03-31', '2026-06-30'];
const ALL = { limit: 500 };
const SEED = Number(process.env['CLASSES_SEED'] ?? Date.now() % 1_000_000);
const currencyOf = (storeId: string): string => (storeId === 'ny-01' ? 'USD' : 'CNY');

interface Classed {
  readonly clientId: string;
  readonly storeId: string;
  readonly policyVersion: string;
  readonly frequency: { readonly class: string };
  readonly annualSpend: { readonly class: string | null };
  readonly vip: { readonly vip: boolean };
}

const happened = fc.record({
  who: fc.nat(19),
  at: fc.constantFrom(...STORES, 'ny-01'),
  paidMinor: fc.constantFrom<number[]>(100, 40_000, 90_000),
  month: fc.integer({ min: 1, max: 18 }),
  isReturn: fc.constantFrom(false, false, false, true),
});
type Happened = typeof happened extends fc.Arbitrary<infer One> ? One : never;
const dayIn = (month: number): string =>
  `${month > 12 ? 2026 : 2025}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-15`;

describe(`clients of a class (CL-46, CL-49 to CL-51), CLASSES_SEED=${SEED}`, () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-client-classes-'));
  let clients: TestedService;
  let others: Teller;
  /** Those who stand for themselves. */
  const people: string[] = [];
  let lead: string;

  const list = async (query: object, who: Asking = clients.http): Promise<Classed[]> =>
    (
      await who
        .get('/v1/client-classes')
        .query({ ...ALL, ...query })
        .expect(200)
    ).body.items;
  const sizes = async (query: object, who: Asking = clients.http) =>
    (await who.get('/v1/client-class-sizes').query(query).expect(200)).body;
  const idsOf = (some: readonly Classed[]): string[] => some.map(({ clientId }) => clientId);

  const tell = async ({ who, at, paidMinor, month, isReturn }: Happened, ids: string[]) => {
    const [clientId, on] = [ids[who]!, dayIn(month)];
    const told = { clientId, storeId: at, visitId: randomUUID(), lines: [] };
    if (isReturn)
      return others.tell(goodsReturned, {
        ...{ ...told, returnId: randomUUID(), returnedMinor: paidMinor, visitStillPaidMinor: null },
        ...{ returnedAt: `${on}T02:00:00.000Z`, returnedOn: on },
      });
    return others.tell(visitCompleted, {
      ...{ ...told, timeZone: 'Asia/Shanghai', currency: currencyOf(at), paidMinor },
      ...{ completedAt: `${on}T02:00:00.000Z`, completedOn: on },
    });
  };
  const registered = async (storeId: string): Promise<string> =>
    (await clients.http.post('/v1/clients').send({ storeId, name: 'Li' }).expect(201)).body.clientId;

  beforeAll(async () => {
    others = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder });
    for (const storeId of [...STORES, 'ny-01'])
      await others.tell(storeOpened, {
        ...{ storeId, name: storeId, region: '', legalEntity: '', grade: 'D', currency: currencyOf(storeId) },
        ...{ timeZone: 'Asia/Shanghai', openedAt: '2025-01-01T02:00:00.000Z' },
      });
    await others.tell(policyPublished, {
      ...{ name: 'client-classification', version: 3, storeId: 'bj-01', effectiveFrom: '2026-01-01' },
      value: {
        annualSpend: { D: [{ class: 'jade', fromMinor: 80_000 }] },
        vip: { fromMinor: 200_000, orVisits: 4 },
        card: [],
        frequency: { withinMonths: 3, keyFromVisits: 2, potentialFromVisits: 1 },
      },
    });
    const ids: string[] = [];
    for (let at = 0; at < 20; at += 1) ids.push(await registered(STORES[at % 3 === 0 ? 1 : 0]!));
    const history = fc.sample(happened, { numRuns: 120, seed: SEED });
    for (const one of history) await tell(one, ids);
    const adding = { storeId: 'sh-01', source: 'walked by', name: 'Wang' };
    lead = (await clients.http.post('/v1/leads').send(adding).expect(201)).body.clientId;
    for (const [into, mergedId] of [
      [ids[0], ids[1]],
      [ids[2], ids[0]],
    ])
      await clients.http
        .post(`/v1/clients/${into}/merge`)
        .send({ mergedId, reason: 'registered-twice' })
        .expect(201);
    people.push(...ids.slice(2).sort());
    const all = history.filter(({ isReturn }) => !isReturn).length;
    await clients.settled('stores', 'visits');
    const seen = await list({ on: '2030-01-01' });
    const visits = seen.map((one) => (one.vip as unknown as { visits: number }).visits);
    expect(visits.reduce((sum, one) => sum + one, 0)).toBe(all);
    expect(idsOf(seen)).toEqual(people);
    expect(seen.find(({ storeId }) => storeId === 'bj-01')?.policyVersion).toBe('client-classification@3');
    expect(seen.every((one) => 'storeGrade' in one.annualSpend && one.annualSpend.storeGrade === 'D')).toBe(
      true,
    );
  });
  afterAll(async () => {
    await clients.stop();
    await others.close();
    rmSync(dataFolder, { recursive: true });
  });

  it.each(DAYS)('on %s are classed as each of them alone', async (on) => {
    for (const { storeId: _, ...one } of await list({ on })) {
      const alone = await clients.http.get(`/v1/clients/${one.clientId}/classification`).query({ on });
      expect(one).toEqual(alone.body);
    }
  });

  it('are classed by what they paid in the currency of their store; that they came elsewhere counts', async () => {
    const clientId = await registered('ny-01');
    const happened = (at: string, paidMinor: number, isReturn = false) =>
      tell({ ...{ at, paidMinor, isReturn }, who: 0, month: 18 }, [clientId]);
    await happened('sh-01', 900_000);
    await happened('sh-01', 400_000, true);
    await happened('ny-01', 200_000);
    await happened('ny-01', 90_000, true);
    const hers = async () =>
      (await clients.http.get(`/v1/clients/${clientId}/classification`).query({ on: DAYS[2] }).expect(200))
        .body;
    await clients.settled('visits');
    expect(await hers()).toMatchObject({
      annualSpend: { class: 'C', spentMinor: 110_000 },
      vip: { vip: false, spentMinor: 110_000, visits: 2 },
      frequency: { visits: 2 },
    });
    const [listed] = await list({ on: DAYS[2], storeId: 'ny-01' });
    expect(listed).toEqual({ ...(await hers()), storeId: 'ny-01' });
  });

  it.each(DAYS)('on %s are of exactly one class in each of three ways, and the sizes say so', async (on) => {
    const { stores } = await sizes({ on });
    for (const storeId of STORES) {
      const all = await list({ on, storeId });
      const { frequency, annualSpend, unclassed, vip, clients } = stores.find(
        (one: { storeId: string }) => one.storeId === storeId,
      );
      const parts = [
        Object.entries(frequency).map(([name, size]) => [{ frequency: name }, size]),
        [...Object.entries(annualSpend), ['no-class', unclassed]].map(([name, size]) => [
          { annualSpend: name },
          size,
        ]),
        [
          [{ vip: true }, vip],
          [{ vip: false }, clients - vip],
        ],
      ] as [object, number][][];
      for (const classes of parts) {
        const lists = await Promise.all(classes.map(([wanted]) => list({ on, storeId, ...wanted })));
        expect(lists.map(({ length }) => length)).toEqual(classes.map(([, size]) => size));
        expect(idsOf(lists.flat()).sort()).toEqual(idsOf(all));
      }
    }
    const ofStores = await Promise.all(STORES.map((storeId) => list({ on, storeId })));
    expect(idsOf(ofStores.flat()).sort()).toEqual(people);
  });

  it('are told by their sizes, of who sees no names none of fewer than five', async () => {
    for (let at = 0; at < 7; at += 1) await registered('gz-01');
    for (let at = 0; at < 4; at += 1) await registered('xa-01');
    await clients.settled();
    const on = DAYS[2];
    const sizesFor = async (storeId: string, who?: Asking) => (await sizes({ on, storeId }, who)).stores[0];
    const manager = await clients.as({ role: 'store-manager', stores: ['xa-01'] });
    for (const who of [manager, clients.http])
      expect(await sizesFor('xa-01', who)).toMatchObject({
        clients: 4,
        frequency: { key: 0, low: 4 },
        vip: 0,
      });
    for (const role of ['hq-analyst', 'finance'] as const) {
      const who = await clients.as({ role, stores: ['xa-01', 'gz-01'] });
      expect(await sizesFor('xa-01', who)).toMatchObject({
        ...{
          clients: null,
          frequency: { key: null, potential: null, low: null },
          vip: null,
          unclassed: null,
        },
      });
      expect(await sizesFor('gz-01', who)).toMatchObject({
        ...{ clients: 7, frequency: { key: null, potential: null, low: 7 }, vip: null, unclassed: 7 },
      });
    }
  });

  it('come in pages, none twice and none left out, also when somebody comes meanwhile', async () => {
    const low = idsOf(await list({ on: DAYS[2], frequency: 'low' }));
    const found: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const query = { on: DAYS[2], frequency: 'low', limit: 3, ...(cursor && { cursor }) };
      const { body } = await clients.http.get('/v1/client-classes').query(query).expect(200);
      found.push(...idsOf(body.items));
      cursor = body.nextCursor ?? undefined;
      more = cursor !== undefined;
      if (found.length === 3) await registered('sh-01');
    }
    expect(found).toEqual(expect.arrayContaining(low));
    expect(new Set(found).size).toBe(found.length);
  });

  it('are neither leads nor who is erased', async () => {
    const gone = await registered('sh-01');
    const { body } = await clients.http
      .post(`/v1/clients/${gone}/erasure`)
      .send({ reason: 'request-of-hers' })
      .expect(201);
    const seen = idsOf(await list({ on: DAYS[2], minPosition: body.position }));
    expect(seen).not.toContain(lead);
    expect(seen).not.toContain(gone);
    expect(seen).toEqual(expect.arrayContaining(people));
  });

  it('are those of the asker’s stores; sizes are for analysts too, lists are not', async () => {
    const manager = await clients.as({ role: 'store-manager', stores: ['bj-01'] });
    const seen = await list({ on: DAYS[2] }, manager);
    expect(new Set(seen.map(({ storeId }) => storeId))).toEqual(new Set(['bj-01']));
    expect(seen).toEqual(await list({ on: DAYS[2], storeId: 'bj-01' }));
    await manager.get('/v1/client-classes').query({ on: DAYS[2], storeId: 'sh-01' }).expect(403);
    expect((await sizes({ on: DAYS[2] }, manager)).stores).toMatchObject([{ storeId: 'bj-01' }]);
    const analyst = await clients.as({ role: 'hq-analyst' });
    await analyst.get('/v1/client-classes').query({ on: DAYS[2] }).expect(403);
    for (const wrong of [
      {},
      { on: 'today' },
      { on: DAYS[2], frequency: 'often' },
      { on: DAYS[2], vip: 'yes' },
    ])
      await clients.http.get('/v1/client-classes').query(wrong).expect(400);
  });
});

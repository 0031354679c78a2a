import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemOffered } from '#contracts/stores/item-offered.v1';
import { itemRetired } from '#contracts/stores/item-retired.v1';
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

describe('what a client bought, and what she is proposed', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-care-plan-'));
  const on = '2026-06-15';
  let clients: TestedService;
  let others: Teller;
  let therapist: Asking;
  let clientId: string;

  const put = (section: string, fields: object) =>
    clients.http.put(`/v1/clients/${clientId}/file/${section}`).send(fields).expect(200);
  const purchases = async (query: object = {}, who: Asking = clients.http) =>
    (await who.get(`/v1/clients/${clientId}/purchases`).query(query).expect(200)).body.items;
  const plan = async (query: object = {}) =>
    (
      await therapist
        .get(`/v1/clients/${clientId}/proposed-plan`)
        .query({ on, ...query })
        .expect(200)
    ).body;
  const itemsOf = ({ proposals }: { proposals: { itemId: string }[] }) =>
    proposals.map(({ itemId }) => itemId);
  const offer = (itemId: string, effectiveFrom: string, name: string, contraindications: string[] = []) =>
    others.tell(itemOffered, {
      ...{ itemId, effectiveFrom, name, kind: 'special', durationMinutes: 60, needs: [], contraindications },
    });
  const had = async (
    completedOn: string,
    storeId: string,
    ...bought: [itemId: string, paidMinor: number][]
  ) => {
    const visitId = randomUUID();
    await others.tell(visitCompleted, {
      ...{ visitId, clientId, storeId, timeZone: 'Asia/Shanghai', currency: 'CNY', completedOn },
      ...{ paidMinor: bought.reduce((sum, [, paidMinor]) => sum + paidMinor, 0) },
      completedAt: `${completedOn}T02:00:00.000Z`,
      lines: bought.map(([itemId, paidMinor], at) => ({
        ...{ lineId: String(at), itemId, quantity: 1, paidMinor, staffId: null },
      })),
    });
    return visitId;
  };

  beforeAll(async () => {
    others = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder });
    therapist = await clients.as({ role: 'therapist', stores: ['sh-01'] });
    const { body } = await clients.http
      .post('/v1/clients')
      .send({ storeId: 'sh-01', name: 'Li' })
      .expect(201);
    clientId = body.clientId;
    await offer('facial', '2026-01-01', 'Facial');
    await offer('facial', '2026-05-01', 'Grand facial');
    await offer('peel', '2026-01-01', 'Peeling', ['pregnancy']);
    await offer('moist', '2026-01-01', 'Moisture');
    await had('2026-04-01', 'sh-01', ['facial', 29_800], ['cream', 9_900]);
    const last = await had('2026-04-11', 'sh-01', ['facial', 19_800], ['peel', 500]);
    await had('2026-05-10', 'bj-01', ['facial', 30_000]);
    await others.tell(goodsReturned, {
      ...{ returnId: randomUUID(), visitId: last, clientId, storeId: 'sh-01', returnedMinor: 500 },
      lines: [{ lineId: '1', itemId: 'peel', quantity: 1, returnedMinor: 500, stillPaidMinor: 0 }],
      ...{ visitStillPaidMinor: 19_800, returnedAt: '2026-04-12T02:00:00.000Z', returnedOn: '2026-04-12' },
    });
    await eventually(async () => {
      expect(await purchases()).toMatchObject([
        { itemId: 'facial', times: 3 },
        { itemId: 'peel', returnedQuantity: 1, name: 'Peeling' },
        { itemId: 'cream', times: 1 },
      ]);
    });
  });
  afterAll(async () => {
    await clients.stop();
    await others.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('says of each item how it is called, how often she had it, and for how much (CL-07, CL-32, CL-44)', async () => {
    const [facial, peel, cream] = await purchases();
    expect(facial).toEqual({
      ...{
        itemId: 'facial',
        name: 'Grand facial',
        kind: 'special',
        times: 3,
        quantity: 3,
        returnedQuantity: 0,
      },
      amounts: [{ currency: 'CNY', paidMinor: 79_600, returnedMinor: 0 }],
      ...{ firstOn: '2026-04-01', lastOn: '2026-05-10', everyDays: 20 },
    });
    expect(peel.amounts).toEqual([{ currency: 'CNY', paidMinor: 500, returnedMinor: 500 }]);
    expect(cream).toMatchObject({ name: null, kind: null }); // what the menu never had
  });

  it('says so up to a day, and of the asker’s stores', async () => {
    const inApril = { ...{ itemId: 'facial', name: 'Facial', times: 2, lastOn: '2026-04-11' } };
    expect((await purchases({ on: '2026-04-30' }))[0]).toMatchObject(inApril);
    expect((await purchases({}, therapist))[0]).toMatchObject(inApril);
    const elsewhere = await clients.as({ role: 'therapist', stores: ['bj-01'] });
    await elsewhere.get(`/v1/clients/${clientId}/purchases`).expect(403);
    await clients.http.get(`/v1/clients/${randomUUID()}/purchases`).expect(404);
    await (await clients.as({ role: 'hq-analyst' })).get(`/v1/clients/${clientId}/purchases`).expect(403);
  });

  it('names items in the list of her visits too', async () => {
    const { body } = await therapist.get(`/v1/clients/${clientId}/visits`).expect(200);
    expect(body.items.at(-1).lines).toMatchObject([
      { itemId: 'facial', name: 'Facial', kind: 'special' },
      { itemId: 'cream', name: null, kind: null },
    ]);
  });

  it('proposes again what she had more than once, where nothing is published (CL-42)', async () => {
    expect(await plan()).toEqual({
      ...{ clientId, on, policyVersion: 'care-plans@built-in', healthOpen: false },
      proposals: [
        {
          ...{ itemId: 'facial', name: 'Grand facial', kind: 'special' },
          because: [{ what: 'had-before', value: '2' }],
          ...{ lastOn: '2026-04-11', dueOn: on },
        },
      ],
    });
  });

  it('goes by the rules that are published for her store, by her skin with her consent alone (CL-43)', async () => {
    await others.tell(policyPublished, {
      ...{ name: 'care-plans', version: 1, storeId: 'sh-01', effectiveFrom: '2026-06-01' },
      value: {
        rules: [
          { itemId: 'peel', skinTypes: ['oily'], skinColours: ['fair'] },
          { itemId: 'moist', careTendencies: ['leisure'], everyDays: 30 },
          { itemId: 'sauna', careTendencies: ['leisure'] },
        ],
      },
    });
    await put('preferences', { careTendency: 'leisure' });
    await eventually(async () => expect((await plan()).policyVersion).toBe('care-plans@1'));
    expect(itemsOf(await plan())).toEqual(['moist']); // nobody has heard of a sauna
    const consent = { purpose: 'health', textVersion: 'health-1', channel: 'in-store' };
    await clients.http.post(`/v1/clients/${clientId}/consents`).send(consent).expect(201);
    await put('skin-diagnosis', { skinType: 'oily', skinColour: 'fair' });
    expect(await plan()).toMatchObject({
      healthOpen: true,
      proposals: [
        {
          itemId: 'peel',
          because: [
            { what: 'skin-type', value: 'oily' },
            { what: 'skin-colour', value: 'fair' },
          ],
        },
        { itemId: 'moist', because: [{ what: 'care-tendency', value: 'leisure' }], dueOn: on },
      ],
    });
    expect(itemsOf(await plan({ on: '2026-05-31' }))).toEqual(['facial']);
  });

  it('never proposes what her health rules out, nor what left the menu', async () => {
    const note = { kind: 'condition', text: 'expects a child', contraindications: ['pregnancy'] };
    await therapist.post(`/v1/clients/${clientId}/health-notes`).send(note).expect(201);
    expect(itemsOf(await plan())).toEqual(['moist']);
    await others.tell(itemRetired, { itemId: 'moist', effectiveFrom: '2026-06-10' });
    await eventually(async () => expect(itemsOf(await plan())).toEqual([]));
    expect(itemsOf(await plan({ on: '2026-06-09' }))).toEqual(['moist']);
  });

  it('is for who serves her, and stands in her access log', async () => {
    const path = `/v1/clients/${clientId}/proposed-plan`;
    await clients.http.get(path).expect(403);
    await (await clients.as({ role: 'front-desk', stores: ['sh-01'] })).get(path).expect(403);
    await (await clients.as({ role: 'therapist', stores: ['bj-01'] })).get(path).expect(403);
    await therapist.get(path).query({ on: 'soon' }).expect(400);
    const officer = await clients.as({ role: 'privacy-officer' });
    const log = async () =>
      (await officer.get(`/v1/clients/${clientId}/access-log?limit=500`).expect(200)).body.items.map(
        ({ what }: { what: string }) => what,
      );
    const before = (await log()) as string[];
    await plan();
    expect(((await log()) as string[]).sort()).toEqual([...before, 'file', 'item-check'].sort());
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type Asking,
  type TestedService,
} from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('clients, analysed', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-client-analysis-'));
  const clock = movableClock('2026-06-15T02:00:00.000Z');
  let clients: TestedService;
  let others: Teller;
  let analyst: Asking;
  let manager: Asking;
  /** Of the last thing that was changed. */
  let minPosition: number;

  const post = async (path: string, body: object = {}) => {
    const answer = await clients.http.post(`/v1/${path}`).send(body).expect(201);
    minPosition = answer.body.position ?? minPosition;
    return answer.body;
  };
  const registered = async (
    storeId: string,
    file: Readonly<Record<string, object>> = {},
  ): Promise<string> => {
    const { clientId } = await post('clients', { storeId, name: 'Li' });
    for (const [section, fields] of Object.entries(file)) {
      const told = await clients.http.put(`/v1/clients/${clientId}/file/${section}`).send(fields).expect(200);
      minPosition = told.body.position;
    }
    return clientId as string;
  };
  const several = async (count: number, ...of: Parameters<typeof registered>): Promise<string[]> => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) ids.push(await registered(...of));
    return ids;
  };
  const get = async (path: string, query: object = {}, who: Asking = clients.http) =>
    (
      await who
        .get(`/v1/${path}`)
        .query({ minPosition, ...query })
        .expect(200)
    ).body;

  beforeAll(async () => {
    others = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock });
    analyst = await clients.as({ role: 'hq-analyst' });
    manager = await clients.as({ role: 'store-manager', stores: ['sh-01'] });
  });
  afterAll(async () => {
    await clients.stop();
    await others.close();
    rmSync(dataFolder, { recursive: true });
  });

  describe('by personality (CL-58)', () => {
    const ofType = (...personalities: string[]) => ({ character: { personalities } });
    const ids = async (query: object, who?: Asking): Promise<string[]> =>
      (await get('client-personalities', query, who)).items.map((one: { clientId: string }) => one.clientId);
    let impulsive: string[];
    let both: string;

    beforeAll(async () => {
      impulsive = await several(5, 'sh-01', ofType('impulsive'));
      both = await registered('sh-01', ofType('impulsive', 'lonely'));
      await several(2, 'bj-01', ofType('impulsive'));
      await registered('sh-01', { character: { buyingHabits: 'on Sundays' } });
      await registered('sh-01');
    });

    it('are counted by store; of fewer than five nothing is told', async () => {
      const { stores } = await get('client-personality-sizes', {}, analyst);
      expect(stores).toEqual([
        { storeId: 'bj-01', clients: null, personalities: expect.objectContaining({ impulsive: null }) },
        {
          ...{ storeId: 'sh-01', clients: 6 },
          personalities: expect.objectContaining({ impulsive: 6, lonely: null, trial: null }),
        },
      ]);
      expect((await get('client-personality-sizes', {}, manager)).stores).toEqual([stores[1]]);
    });

    it('are listed by their ids in pages, for those who may read what she is like', async () => {
      const first = await get('client-personalities', { personality: 'impulsive', limit: 4 }, manager);
      const rest = await get(
        'client-personalities',
        { personality: 'impulsive', limit: 4, cursor: first.nextCursor },
        manager,
      );
      expect([...first.items, ...rest.items].map(({ clientId }) => clientId)).toEqual(
        [...impulsive, both].sort(),
      );
      expect(rest.nextCursor).toBeNull();
      expect((await get('client-personalities', { personality: 'lonely' })).items).toEqual([
        { clientId: both, storeId: 'sh-01', personalities: ['impulsive', 'lonely'] },
      ]);
      await analyst.get('/v1/client-personalities').query({ personality: 'lonely' }).expect(403);
      await clients.http.get('/v1/client-personalities').query({ personality: 'brave' }).expect(400);
    });

    it('stand in her access log when a list showed her', async () => {
      const officer = await clients.as({ role: 'privacy-officer' });
      const managersWhoRead = async (): Promise<number> => {
        const { body } = await officer.get(`/v1/clients/${both}/access-log`).expect(200);
        return body.items.filter(({ role }: { role: string }) => role === 'store-manager').length;
      };
      const before = await managersWhoRead();
      await ids({ personality: 'lonely' }, manager);
      expect(await managersWhoRead()).toBe(before + 1);
      await ids({ personality: 'trial' }, manager); // which shows others, or nobody
      expect(await managersWhoRead()).toBe(before + 1);
    });

    it('are nowhere to be read, nor alike, in the table they are counted from', async () => {
      const rows = await clients.app
        .get(DataSource)
        .query<{ character: { ct: string } }[]>(
          `select * from analysed_file where json_typeof("character") = 'object'`,
        );
      expect(rows.length).toBeGreaterThanOrEqual(8);
      expect(JSON.stringify(rows)).not.toMatch(/impulsive|lonely/);
      expect(new Set(rows.map(({ character }) => character.ct)).size).toBe(rows.length);
    });

    it('are counted as their file says now, without who was merged or erased', async () => {
      const [one, other, third] = impulsive as [string, string, string];
      await clients.http
        .put(`/v1/clients/${one}/file/character`)
        .send({ personalities: ['trial'] })
        .expect(200);
      await post(`clients/${both}/merge`, { mergedId: other, reason: 'registered-twice' });
      await post(`clients/${third}/erasure`, { reason: 'request-of-hers' });
      const left = [both, ...impulsive.slice(3)].sort();
      expect(await ids({ personality: 'impulsive', storeId: 'sh-01' })).toEqual(left);
      expect(await ids({ personality: 'trial' })).toEqual([one]);
    });
  });

  describe('as the persona of the target group (CL-64)', () => {
    const file = {
      person: { sex: 'female', birthday: '1990-05-01', addressAs: 'Li' },
      preferences: { careTendency: 'leisure', likes: ['tea'] },
    };
    const traits = { ageBand: '35+', sex: 'female', spend: null, need: 'leisure' };

    it('are counted in cells, in one each; a cell of fewer than five is of no store, or not told', async () => {
      await several(6, 'gz-01', file);
      await several(3, 'sz-01', file);
      await several(2, 'hz-01', file);
      const youngster = { ...file, person: { ...file.person, birthday: '2004-05-01' } };
      await several(4, 'gz-01', youngster);
      const { on, cells } = await get('client-persona', {}, analyst);
      expect(on).toBe('2026-06-15');
      expect(cells.filter((cell: typeof traits) => cell.need === 'leisure')).toEqual([
        { storeId: 'gz-01', ...traits, clients: 6 },
        { storeId: null, ...traits, clients: 5 },
      ]);
      expect((await get('client-persona', { storeId: 'gz-01' }, analyst)).cells).toEqual([
        { storeId: 'gz-01', ...traits, clients: 6 },
      ]);
      expect((await get('client-persona', { storeId: 'sz-01' }, analyst)).cells).toEqual([]);
    });

    it('go by what they spent, as the grade of their store has it', async () => {
      await others.tell(storeOpened, {
        ...{ storeId: 'wh-01', name: 'East', region: '', legalEntity: '', grade: 'D', currency: 'CNY' },
        ...{ timeZone: 'Asia/Shanghai', openedAt: '2025-01-01T02:00:00.000Z' },
      });
      for (const clientId of await several(5, 'wh-01', file))
        await others.tell(visitCompleted, {
          ...{
            visitId: randomUUID(),
            clientId,
            storeId: 'wh-01',
            timeZone: 'Asia/Shanghai',
            currency: 'CNY',
          },
          ...{
            lines: [],
            paidMinor: 600_000,
            completedAt: '2026-06-01T02:00:00.000Z',
            completedOn: '2026-06-01',
          },
        });
      await eventually(async () => {
        expect(await get('client-persona', { storeId: 'wh-01' })).toMatchObject({
          policyVersions: { 'wh-01': 'client-classification@built-in' },
          cells: [{ ...traits, spend: 'A', clients: 5 }],
        });
      });
    });

    it('are of today in the store that is asked for', async () => {
      await others.tell(storeOpened, {
        ...{ storeId: 'la-01', name: 'West', region: '', legalEntity: '', grade: 'D', currency: 'USD' },
        ...{ timeZone: 'America/Los_Angeles', openedAt: '2025-01-01T02:00:00.000Z' },
      });
      await eventually(async () =>
        expect(await get('client-persona', { storeId: 'la-01' })).toMatchObject({ on: '2026-06-14' }),
      );
    });

    it('are not shown to who serves them', async () => {
      const therapist = await clients.as({ role: 'therapist', stores: ['sh-01'] });
      await therapist.get('/v1/client-persona').expect(403);
    });
  });

  describe('by who left and who came back (CL-63)', () => {
    const months = async (query: object = {}, who?: Asking) =>
      (await get('client-losses', { from: '2026-01', to: '2026-12', ...query }, who)).months;
    const none = { left: 0, reasons: {}, wonBackSince: 0, wonBack: 0, leadsLost: 0 };

    it('are counted by store and month, with why', async () => {
      const [one, other, third] = (await several(3, 'cd-01')) as [string, string, string];
      const elsewhere = await registered('xa-01');
      const { clientId: lead } = await post('leads', { storeId: 'cd-01', source: 'walked by', name: 'Wang' });
      const leaves = (clientId: string, leftOn: string, reason: string) =>
        post(`clients/${clientId}/loss`, { leftOn, reason, problem: 'it hurt' });
      await leaves(one, '2026-03-31', 'price');
      await leaves(other, '2026-04-01', 'service');
      await leaves(other, '2026-03-30', 'effect'); // a correction
      await leaves(third, '2026-04-02', 'price');
      await leaves(elsewhere, '2026-03-01', 'price');
      await leaves(lead, '2026-03-05', 'no-interest');
      await post(`clients/${one}/win-back`);
      await others.tell(visitCompleted, {
        ...{ visitId: randomUUID(), clientId: third, storeId: 'cd-01', timeZone: 'Asia/Shanghai' },
        ...{ currency: 'CNY', lines: [], paidMinor: 1 },
        ...{ completedAt: '2026-04-30T17:00:00.000Z', completedOn: '2026-05-01' },
      });
      const expected = [
        {
          ...{ ...none, month: '2026-03', storeId: 'cd-01', left: 2, reasons: { price: 1, effect: 1 } },
          ...{ wonBackSince: 1, leadsLost: 1 },
        },
        { ...none, month: '2026-04', storeId: 'cd-01', left: 1, reasons: { price: 1 }, wonBackSince: 1 },
        { ...none, month: '2026-05', storeId: 'cd-01', wonBack: 1 },
        { ...none, month: '2026-06', storeId: 'cd-01', wonBack: 1 },
      ];
      await eventually(async () => expect(await months({ storeId: 'cd-01' })).toEqual(expected));
      expect(await months({ storeId: 'cd-01', from: '2026-04', to: '2026-05' })).toEqual(
        expected.slice(1, 3),
      );
      expect(await months({}, await clients.as({ role: 'store-manager', stores: ['xa-01'] }))).toEqual([
        { ...none, month: '2026-03', storeId: 'xa-01', left: 1, reasons: { price: 1 } },
      ]);
      await post(`clients/${other}/erasure`, { reason: 'request-of-hers' });
      expect(await months({ storeId: 'cd-01' })).toEqual(expected); // what was, stays
      await clients.http.get('/v1/client-losses').query({ from: '2026-05', to: '2026-04' }).expect(400);
      await clients.http.get('/v1/client-losses').query({ from: '2026', to: '2026-04' }).expect(400);
    });

    it('are told to who sees no names where they are five at least', async () => {
      for (const [at, clientId] of (await several(7, 'cq-01')).entries())
        await post(`clients/${clientId}/loss`, { leftOn: '2026-02-01', reason: at < 5 ? 'price' : 'effect' });
      const few = { left: null, reasons: {}, wonBackSince: null, wonBack: null, leadsLost: null };
      const left = { ...few, month: '2026-02', storeId: 'cq-01', left: 7 };
      expect(await months({ storeId: 'cq-01' }, analyst)).toEqual([left]);
      const [march] = await months({ storeId: 'cd-01' }, analyst);
      expect(march).toEqual({ ...few, month: '2026-03', storeId: 'cd-01' });
      expect(await months({ storeId: 'cq-01' })).toMatchObject([
        { left: 7, reasons: { price: 5, effect: 2 } },
      ]);
    });

    it('end on the day that it is at her store when somebody says that she is back', async () => {
      await others.tell(storeOpened, {
        ...{ storeId: 'ak-01', name: 'South', region: '', legalEntity: '', grade: 'D', currency: 'NZD' },
        ...{ timeZone: 'Pacific/Auckland', openedAt: '2025-01-01T02:00:00.000Z' },
      });
      const [clientId] = (await several(1, 'ak-01')) as [string];
      await post(`clients/${clientId}/loss`, { leftOn: '2026-06-01', reason: 'price' });
      clock.moveTo('2026-06-30T12:00:00.000Z');
      await eventually(async () =>
        expect(await get('client-persona', { storeId: 'ak-01' })).toMatchObject({ on: '2026-07-01' }),
      );
      await post(`clients/${clientId}/win-back`);
      clock.moveTo('2026-06-15T02:00:00.000Z');
      expect(await months({ storeId: 'ak-01' })).toMatchObject([
        { month: '2026-06', left: 1, wonBackSince: 1, wonBack: 0 },
        { month: '2026-07', left: 0, wonBack: 1 },
      ]);
    });

    it('count once who was registered twice', async () => {
      const [one, twin] = (await several(2, 'nj-01')) as [string, string];
      for (const clientId of [one, twin])
        await post(`clients/${clientId}/loss`, { leftOn: '2026-02-01', reason: 'distance' });
      await post(`clients/${one}/merge`, { mergedId: twin, reason: 'registered-twice' });
      expect(await months({ storeId: 'nj-01' })).toMatchObject([{ left: 1, reasons: { distance: 1 } }]);
    });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorEnded } from '#contracts/stores/processor-ended.v1';
import { processorEngaged } from '#contracts/stores/processor-engaged.v1';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { dayOf } from '#libs/calendar';
import type { DataOf } from '#libs/contracts';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type TestedService,
} from '#libs/testing';
import { ExportedFilesQuery } from '../src/client-export/exported-files.query.js';
import { GivenToQuery } from '../src/client-export/given-to.query.js';
import { ClientsModule } from '../src/clients.module.js';
import { KnownProcessorsQuery } from '../src/known-processor/known-processors.query.js';

type Engaged = DataOf<typeof processorEngaged>;

describe('files given to who works for the salon, from outside (PIPL 21)', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-processors-'));
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  let clients: TestedService;
  let stores: Teller;
  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock });
    stores = await Teller.at(databaseUrl);
    await stores.tell(storeOpened, {
      ...{ storeId: 'sh-01', name: 'Jing’an', region: 'east', timeZone: 'Asia/Shanghai', currency: 'CNY' },
      ...{ legalEntity: 'Liren', grade: 'C', openedAt: '2020-01-01T00:00:00.000Z' },
    });
  });
  afterAll(async () => {
    await stores.close();
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const heard = (processorId: string, version: number) =>
    eventually(async () => {
      expect((await clients.app.get(KnownProcessorsQuery).of(processorId)).version).toBe(version);
    });
  const engage = async (processorId: string, agreement: Partial<Engaged> = {}, version = 1) => {
    await stores.tell(processorEngaged, {
      ...{ processorId, version, effectiveFrom: '2026-03-01', until: '2026-12-31' },
      ...{ agreementNumber: 'SH-2026-041', name: 'Shanghai Messages Ltd', country: 'CN', engagedBy: null },
      ...{ storeIds: null, purposes: ['administration', 'marketing-messages'], kinds: ['contact', 'person'] },
      subProcessors: [],
      ...agreement,
    });
    await heard(processorId, version);
  };
  const end = async (processorId: string, endedOn: string, version = 2) => {
    await stores.tell(processorEnded, { processorId, version, endedOn });
    await heard(processorId, version);
  };
  const register = async (): Promise<string> => {
    const person = { storeId: 'sh-01', name: '王芳' };
    return (await clients.http.post('/v1/clients').send(person).expect(201)).body.clientId;
  };
  const give = (clientId: string, purpose: string) =>
    clients.http
      .post(`/v1/clients/${clientId}/consents`)
      .send({ purpose, textVersion: `${purpose}-1`, channel: 'paper' })
      .expect(201);
  const withdraw = (clientId: string, purpose: string) =>
    clients.http
      .post(`/v1/clients/${clientId}/consents/${purpose}/withdrawal`)
      .send({ channel: 'phone' })
      .expect(201);
  const take = (body: object) =>
    clients.http
      .post('/v1/client-exports')
      .send({ storeId: 'sh-01', format: 'csv', reason: 'other-system', ...body });
  const taken = async (body: object): Promise<string[]> => {
    const rows = (await take(body).expect(200)).text.trim().split('\r\n').slice(1);
    return rows.map((row) => row.split(',')[0]!);
  };
  const refused = async (body: object, status = 409): Promise<string> =>
    (await take(body).expect(status)).body.code as string;
  const listed = async () =>
    (await clients.http.get('/v1/client-exports').expect(200)).body.items as object[];

  it('need no consent to third parties, and tell her to whom they went and that it works for the salon', async () => {
    await engage('messages');
    const her = await register();
    expect(await taken({ recipient: 'Shanghai Messages Ltd' })).not.toContain(her);
    expect(await taken({ processorId: 'Messages', sections: ['person'] })).toContain(her);
    const { body } = await clients.http.get(`/v1/clients/${her}/access-log`).expect(200);
    const to = { recipient: 'Shanghai Messages Ltd', processorId: 'messages' };
    const takenOut = expect.objectContaining({ ...to, sections: ['person'] });
    expect(body.items).toContainEqual(expect.objectContaining({ purpose: 'supervision', takenOut }));
    await eventually(async () =>
      expect(await listed()).toContainEqual(
        expect.objectContaining({ ...to, agreementNumber: 'SH-2026-041', recipientCountry: null }),
      ),
    );
  });

  it('are what is agreed, on the days on which it is, and nothing else leaves', async () => {
    const her = await register();
    await engage('laboratory', { effectiveFrom: '2026-03-02', purposes: ['administration'] });
    expect(await refused({ processorId: 'nobody' }, 404)).toBe('unknown-processor');
    expect(await refused({ processorId: 'laboratory' })).toBe('no-agreement-in-force');
    clock.moveTo('2026-03-01T16:00:00.000Z'); // the next day where the store is
    await taken({ processorId: 'laboratory' });
    const asked = { processorId: 'laboratory', purpose: 'marketing-messages' };
    expect(await refused(asked)).toBe('purpose-not-agreed');
    expect(await refused({ processorId: 'laboratory', sections: ['preferences'] })).toBe('kinds-not-agreed');
    await engage('laboratory', { effectiveFrom: '2026-03-02', storeIds: ['bj-01'] }, 2);
    expect(await refused({ processorId: 'laboratory' })).toBe('store-not-agreed');
    const both = await take({ processorId: 'messages', recipient: 'Courier Ltd' }).expect(400);
    expect(both.body).toMatchObject({ errors: [{ field: 'recipient' }] });
    const abroad = await take({ processorId: 'messages', recipientCountry: 'SG' }).expect(400);
    expect(abroad.body).toMatchObject({ errors: [{ field: 'recipientCountry' }] });
    const { body } = await clients.http.get(`/v1/clients/${her}/access-log`).expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('are those of who consents to be reached that way, and to leave the country', async () => {
    const [her, other] = [await register(), await register()];
    await give(her, 'marketing-messages');
    const marketing = { processorId: 'messages', purpose: 'marketing-messages' };
    expect(await taken(marketing)).toEqual([her]);
    const passedOn = { subProcessors: [{ name: 'Cloud Ltd', country: 'SG' }] };
    await engage('cloud', passedOn);
    expect(await taken({ ...marketing, processorId: 'cloud' })).toEqual([]);
    await give(her, 'transfer-abroad');
    await give(other, 'transfer-abroad');
    expect(await taken({ ...marketing, processorId: 'cloud' })).toEqual([her]);
    expect((await taken({ processorId: 'cloud' })).sort()).toEqual([her, other].sort());
    await withdraw(her, 'marketing-messages');
    expect(await taken(marketing)).toEqual([]);
  });

  it('are not those of a store that was sold since by the company whose processor it is', async () => {
    await stores.tell(storeOpened, {
      ...{ storeId: 'nj-01', name: 'Nanjing', region: 'east', timeZone: 'Asia/Shanghai', currency: 'CNY' },
      ...{ legalEntity: 'Liren', grade: 'C', openedAt: '2020-01-01T00:00:00.000Z' },
    });
    await engage('of-liren', { engagedBy: 'Liren', storeIds: ['nj-01', 'sh-01'] });
    const [sold, kept] = ['nj-01', 'sh-01'].map((storeId) => ({ processorId: 'of-liren', storeId }));
    await eventually(() => taken(sold!));
    const today = dayOf(clock.now().toISOString(), 'Asia/Shanghai');
    await stores.tell(storeChanged, { storeId: 'nj-01', effectiveFrom: today, legalEntity: 'Mei Franchise' });
    await eventually(async () => expect(await refused(sold!)).toBe('store-of-another-entity'));
    await taken(kept!);
  });

  describe('while they are being written', () => {
    /** Files of so many that they are not written at once, and how they are read on. */
    const begun = async (processorId: string) => {
      const ids = await Promise.all(Array.from({ length: 60 }, register));
      const [files, givenTo] = [clients.app.get(ExportedFilesQuery), clients.app.get(GivenToQuery)];
      const asked = { storeId: 'sh-01', purpose: 'marketing-messages', sections: [], processorId } as const;
      const toGive = { ...asked, recipient: undefined, recipientCountry: undefined };
      const given = await givenTo.of(toGive);
      const rows = files.rowsOf(ids, [], ['marketing-messages'], () => givenTo.checkStill(toGive, given));
      return { ids, rows };
    };
    const rest = async (rows: AsyncGenerator<readonly string[]>): Promise<(string | undefined)[]> => {
      const read = [];
      for await (const [clientId] of rows) read.push(clientId);
      return read;
    };

    it('are broken off when the work ends, for half of them is not all', async () => {
      await engage('ending');
      const { ids, rows } = await begun('ending');
      await give(ids[0]!, 'marketing-messages');
      await give(ids[59]!, 'marketing-messages');
      await rows.next(); // the names of columns
      expect((await rows.next()).value).toContain(ids[0]);
      await end('ending', '2026-03-01');
      await expect(rest(rows)).rejects.toMatchObject({ code: 'no-agreement-in-force' });
      expect(await refused({ processorId: 'ending' })).toBe('no-agreement-in-force');
    });

    it('are broken off when something else is agreed, or its last day passes', async () => {
      await engage('moving', { until: '2026-03-02' });
      const first = await begun('moving');
      await engage('moving', { until: '2026-03-02', country: 'SG' }, 2);
      await expect(rest(first.rows)).rejects.toMatchObject({ code: 'agreement-changed' });
      const second = await begun('moving');
      clock.moveTo('2026-03-02T16:00:00.000Z');
      await expect(rest(second.rows)).rejects.toMatchObject({ code: 'no-agreement-in-force' });
    });

    it('leave out who withdraws', async () => {
      const { ids, rows } = await begun('messages');
      const [first, last] = [ids[0]!, ids[59]!];
      for (const one of [first, last]) await give(one, 'marketing-messages');
      await rows.next();
      expect((await rows.next()).value).toContain(first);
      await withdraw(last, 'marketing-messages');
      expect(await rest(rows)).toEqual([]);
    });
  });

  it('are listed when she is erased, for who holds them to be told', async () => {
    const her = await register();
    await give(her, 'third-party');
    await take({ processorId: 'messages' }).expect(200);
    await take({ recipient: 'Courier Ltd' }).expect(200);
    await clients.http.post(`/v1/clients/${her}/erasure`).send({ reason: 'request-of-hers' }).expect(201);
    const { body } = await clients.http.get(`/v1/erasures/${her}`).expect(200);
    const lastGivenAt = clock.now().toISOString();
    expect(body.givenTo).toEqual([
      { recipient: 'Shanghai Messages Ltd', processorId: 'messages', lastGivenAt },
      { recipient: 'Courier Ltd', processorId: null, lastGivenAt },
    ]);
    expect(JSON.stringify(body)).not.toContain('王芳');
  });
});

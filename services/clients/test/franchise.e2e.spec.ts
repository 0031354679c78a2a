import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { ConsentText } from '#contracts/stores/consent-texts';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { EventStore } from '#libs/event-store';
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
import { knownStore } from '../src/known-store/known-store.js';
import { aStoreLearned } from '../src/testing/known-store.builders.js';
import { askedStores, type AskedStores } from './asked-stores.js';

const DAY_MS = 24 * 3_600_000;
/** Whose each store is: `sh-01` and `sh-02` are one company’s. */
const COMPANIES = {
  'sh-01': 'Liren',
  'sh-02': 'Liren',
  'bj-01': 'Mei Franchise',
  'gz-01': 'Yue Franchise',
} as const;
const WORDS = { textVersion: 'sharing-with-franchise-1', channel: 'in-store' } as const;
const PURPOSE = 'sharing-with-franchise';

interface Her {
  readonly clientId: string;
  readonly phone: string;
}

describe('a client among franchisees, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-franchise-'));
  const databaseUrl = freshBaseUrl();
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  let stores: AskedStores;
  let clients: TestedService;
  let teller: Teller;
  let phones = 13_500_000_000;

  beforeAll(async () => {
    stores = await askedStores();
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock, storesUrl: stores.url });
    teller = await Teller.at(databaseUrl);
    for (const [storeId, legalEntity] of Object.entries(COMPANIES)) await opened(storeId, legalEntity);
  });
  afterAll(async () => {
    await teller.close();
    await clients.stop();
    stores.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const known = async (storeId: string) =>
    (await clients.app.get(EventStore).load(knownStore, storeId)).state;
  const opened = async (storeId: string, legalEntity: string): Promise<void> => {
    await teller.tell(storeOpened, {
      ...{ storeId, name: storeId, region: 'east', timeZone: 'Asia/Shanghai', currency: 'CNY' },
      ...{ legalEntity, grade: 'C', openedAt: '2020-01-01T00:00:00.000Z' },
    });
    await eventually(async () => expect((await known(storeId)).openedBy).toBe(legalEntity));
  };
  const desk = (storeId: string): Promise<Asking> =>
    clients.as({ role: 'front-desk', stores: [storeId], subject: `the desk of ${storeId}` });
  const newPhone = (): string => String((phones += 1));
  const registered = async (storeId = 'sh-01', more: object = {}): Promise<Her> => {
    const phone = newPhone();
    const body = { storeId, name: '王芳', phone, ...more };
    const answer = await clients.http.post('/v1/clients').send(body).expect(201);
    return { clientId: (answer.body as { clientId: string }).clientId, phone };
  };
  const lookUp = async (storeId: string, phone: string, more: object = {}) =>
    (await desk(storeId)).post('/v1/client-lookups').send({ storeId, phone, reason: 'walked-in', ...more });
  /** Who is shown; null where nobody is. */
  const shownAt = async (storeId: string, phone: string, more: object = {}): Promise<string | null> => {
    const { status, body } = await lookUp(storeId, phone, more);
    expect([status, Object.keys(body as object)]).toEqual([201, ['lookupId', 'client']]);
    return (body as { client: { clientId: string } | null }).client?.clientId ?? null;
  };
  const consent = async ({ clientId }: Her, storeId = 'sh-01') =>
    (await desk(storeId))
      .post(`/v1/clients/${clientId}/consents`)
      .send({ purpose: PURPOSE, ...WORDS })
      .expect(201);
  const withdraw = async ({ clientId }: Her, storeId = 'sh-01') =>
    (await desk(storeId))
      .post(`/v1/clients/${clientId}/consents/${PURPOSE}/withdrawal`)
      .send({ channel: 'in-store' })
      .expect(201);
  const facts = (
    type: string,
    clientId: string,
  ): Promise<{ data: Record<string, unknown>; actor: string }[]> =>
    clients.app
      .get(DataSource)
      .query(`select data, actor from event where type = $1 and data->>'clientId' = $2 order by position`, [
        type,
        clientId,
      ]);
  const looksOf = async ({ clientId }: Her) =>
    (await facts('ClientLookedUp', clientId)).map(({ data }) => data['withheld'] ?? 'shown');

  describe('looked up by a store', () => {
    it('is shown at another store of her own company, whatever she consents to', async () => {
      const her = await registered();
      expect(await shownAt('sh-02', her.phone)).toBe(her.clientId);
      expect(await looksOf(her)).toEqual(['shown']);
    });

    it('is nobody to another company’s without her consent, and her access log says who asked', async () => {
      const her = await registered();
      const [withheld, nobody] = [await lookUp('bj-01', her.phone), await lookUp('bj-01', newPhone())];
      const lookupId = expect.any(String) as string;
      for (const { status, body } of [withheld, nobody])
        expect([status, body]).toEqual([201, { lookupId, client: null }]);
      const headers = [withheld, nobody].map((answer) => Object.keys(answer.headers as object));
      expect(headers[0]).toEqual(headers[1]);
      expect(await looksOf(her)).toEqual([true]);
      const log = await clients.http.get(`/v1/clients/${her.clientId}/access-log`).expect(200);
      expect(log.body.items).toEqual([
        expect.objectContaining({
          who: 'the desk of bj-01',
          storeId: 'bj-01',
          what: 'look-up',
          refused: true,
        }),
      ]);
    });

    it('is shown there while she consents, and from the moment she withdraws no more', async () => {
      const her = await registered();
      await consent(her);
      expect(await shownAt('bj-01', her.phone)).toBe(her.clientId);
      await withdraw(her);
      expect(await shownAt('bj-01', her.phone)).toBeNull();
      await consent(her);
      expect(await shownAt('gz-01', her.phone)).toBe(her.clientId);
      expect(await looksOf(her)).toEqual(['shown', true, 'shown']);
    });

    it('is shown or nobody while she withdraws, as each look says on the record, and nobody after', async () => {
      const her = await registered();
      await consent(her);
      const looks = Array.from({ length: 12 }, () => shownAt('bj-01', her.phone));
      const withdrawn = withdraw(her).then(() => shownAt('bj-01', her.phone));
      const answers = await Promise.all(looks);
      expect(await withdrawn).toBeNull();
      expect(await shownAt('bj-01', her.phone)).toBeNull();
      const read = await facts('PersonalDataRead', her.clientId);
      const refused = await facts('ReadingRefused', her.clientId);
      expect(read).toHaveLength(answers.filter((shown) => shown !== null).length);
      expect(refused).toHaveLength(answers.filter((shown) => shown === null).length + 2);
    });

    it('is by the file that has this phone: what she lets one company share opens nothing of another’s', async () => {
      const [here, there] = [await registered('sh-01'), await registered('bj-01')];
      const merging = { mergedId: there.clientId, reason: 'registered-twice' };
      await clients.http.post(`/v1/clients/${here.clientId}/merge`).send(merging).expect(201);
      await consent(here);
      expect(await shownAt('gz-01', here.phone)).toBe(here.clientId);
      expect(await shownAt('gz-01', there.phone)).toBeNull();
      expect(await shownAt('sh-02', there.phone)).toBeNull(); // a client of this company, by another file
      expect(await shownAt('bj-01', there.phone)).toBe(there.clientId);
    });

    it('follows a store that is another company’s from a day on', async () => {
      await opened('nj-01', 'Liren');
      const her = await registered('nj-01');
      const effectiveFrom = '2026-03-02';
      await teller.tell(storeChanged, { storeId: 'nj-01', effectiveFrom, legalEntity: 'Mei Franchise' });
      await eventually(async () => expect((await known('nj-01')).entities).toHaveLength(1));
      const at = async () => [await shownAt('sh-02', her.phone), await shownAt('bj-01', her.phone)];
      expect(await at()).toEqual([her.clientId, null]);
      clock.advance(DAY_MS);
      expect(await at()).toEqual([null, her.clientId]);
    });
  });

  describe('who consents at the desk', () => {
    it('is shown at once, and has consented as with any consent, in her own file', async () => {
      const her = await registered();
      expect(await shownAt('bj-01', her.phone, { consent: WORDS })).toBe(her.clientId);
      const data = { purpose: PURPOSE, storeId: 'sh-01', askedIn: 'bj-01', ...WORDS };
      expect(await facts('ConsentGiven', her.clientId)).toEqual([
        { data: expect.objectContaining(data), actor: 'the desk of bj-01' },
      ]);
      const path = `/v1/clients/${her.clientId}/consents`;
      const { body } = await (await desk('sh-01')).get(path).expect(200);
      expect(body.now).toMatchObject([
        { purpose: PURPOSE, standing: 'counts', takenBy: 'the desk of bj-01' },
      ]);
      await withdraw(her);
      expect(await shownAt('bj-01', her.phone)).toBeNull();
    });

    it('consents once with each request, however often it is sent, also where only the look is left to be done', async () => {
      const her = await registered();
      const asking = { storeId: 'bj-01', phone: her.phone, reason: 'walked-in', consent: WORDS };
      const there = await desk('bj-01');
      const send = (key: string) => there.post('/v1/client-lookups').send(asking).set('idempotency-key', key);
      const answers = await Promise.all(['one', 'one', 'two'].map(send));
      const found = expect.objectContaining({ client: expect.objectContaining({ clientId: her.clientId }) });
      for (const { body } of answers) expect(body).toEqual(found);
      expect(answers[0]!.body.lookupId).toBe(answers[1]!.body.lookupId);
      expect(await facts('ConsentGiven', her.clientId)).toHaveLength(2);
      expect(await looksOf(her)).toEqual(['shown', 'shown']);
      await there
        .post('/v1/client-lookups')
        .send({ ...asking, phone: newPhone() })
        .set('idempotency-key', 'one')
        .expect(422);
    });

    it('is not shown by the same request sent again after she withdrew, and has not consented anew', async () => {
      const her = await registered();
      const asking = { storeId: 'bj-01', phone: her.phone, reason: 'called', consent: WORDS };
      const there = await desk('bj-01');
      const send = () =>
        there.post('/v1/client-lookups').send(asking).set('idempotency-key', `late ${her.phone}`).expect(201);
      expect((await send()).body.client).not.toBeNull();
      await withdraw(her);
      expect((await send()).body.client).toBeNull();
      expect(await facts('ConsentGiven', her.clientId)).toHaveLength(1);
    });

    it('has not consented anew by a request sent again that found her consent there', async () => {
      const her = await registered();
      expect(await shownAt('bj-01', her.phone, { consent: WORDS })).toBe(her.clientId);
      const asking = { storeId: 'bj-01', phone: her.phone, reason: 'called', consent: WORDS };
      const there = await desk('bj-01');
      const send = () =>
        there
          .post('/v1/client-lookups')
          .send(asking)
          .set('idempotency-key', `again ${her.phone}`)
          .expect(201);
      expect((await send()).body.client).not.toBeNull();
      await withdraw(her);
      expect((await send()).body.client).toBeNull();
      expect(await facts('ConsentGiven', her.clientId)).toHaveLength(2);
    });

    it('leaves nothing where nobody is found, and words that are not in force are refused of anybody alike', async () => {
      const before = await clients.app.get(DataSource).query(`select from event where type = 'ConsentGiven'`);
      expect(await shownAt('bj-01', newPhone(), { consent: WORDS })).toBeNull();
      const after = await clients.app.get(DataSource).query(`select from event where type = 'ConsentGiven'`);
      expect(after).toHaveLength((before as unknown[]).length);
      await lookUp('bj-01', newPhone(), { consent: { channel: 'in-store' } }).then(({ status }) =>
        expect(status).toBe(400),
      );
    });

    it('agrees to the words of the store where she stands, which count though her own store has others', async () => {
      await opened('hz-01', 'Mei Franchise');
      await opened('hz-02', 'Yue Franchise');
      const her = await registered('hz-02');
      const text = (version: string, storeId: string) => ({
        ...{ name: 'consent-texts', storeId, effectiveFrom: '2026-03-01' },
        value: {
          texts: [
            {
              ...{ purpose: PURPOSE, version, effectiveFrom: '2026-03-01' },
              ...{ text: { zh: `${version} 的内容` }, olderConsents: 'end' },
            } satisfies ConsentText,
          ],
        },
      });
      await teller.tell(policyPublished, { version: 1, ...text('sharing-1', 'hz-01') });
      await teller.tell(policyPublished, { version: 2, ...text('sharing-2', 'hz-02') });
      const agreeing = (textVersion: string) => ({ consent: { ...WORDS, textVersion } });
      await eventually(async () => {
        const { body } = await lookUp('hz-01', newPhone(), agreeing('sharing-2'));
        expect(body).toMatchObject({ code: 'text-not-in-force', context: { inForce: 'sharing-1' } });
      });
      for (const phone of [her.phone, newPhone()]) {
        const { status, body } = await lookUp('hz-01', phone, agreeing('sharing-9'));
        expect([status, body]).toMatchObject([409, { code: 'unknown-text' }]);
      }
      expect(await shownAt('hz-01', her.phone)).toBeNull();
      expect(await shownAt('hz-01', her.phone, agreeing('sharing-1'))).toBe(her.clientId);
      expect(await shownAt('hz-01', her.phone)).toBe(her.clientId);
    });

    it('withdraws there as she gave it, once, and at no other company’s desk', async () => {
      const her = await registered('sh-01');
      expect(await shownAt('gz-01', her.phone, { consent: WORDS })).toBe(her.clientId);
      const withdrawal = async (storeId: string, purpose = PURPOSE) =>
        (await desk(storeId))
          .post(`/v1/clients/${her.clientId}/consents/${purpose}/withdrawal`)
          .send({ channel: 'in-store' });
      for (const [storeId, purpose] of [
        ['bj-01', PURPOSE],
        ['gz-01', 'health'],
      ] as const)
        expect((await withdrawal(storeId, purpose)).body).toMatchObject({ code: 'other-store' });
      const twice = [await withdrawal('gz-01'), await withdrawal('gz-01')];
      expect(twice.map(({ status }) => status)).toEqual([201, 201]);
      expect(await facts('ConsentWithdrawn', her.clientId)).toEqual([
        expect.objectContaining({ actor: 'the desk of gz-01' }),
      ]);
      expect(await shownAt('gz-01', her.phone)).toBeNull();
    });

    it('needs a guardian under 14: without one she is nobody to another company’s, and her own is told why', async () => {
      const her = await registered('sh-01');
      const child = { birthday: '2016-05-01', guardianName: '王敏', guardianRelation: 'mother' };
      await clients.http.put(`/v1/clients/${her.clientId}/file/person`).send(child).expect(200);
      expect(await shownAt('gz-01', her.phone, { consent: WORDS })).toBeNull();
      expect(await facts('ConsentGiven', her.clientId)).toEqual([]);
      const own = await lookUp('sh-02', her.phone, { consent: WORDS });
      expect([own.status, own.body]).toMatchObject([409, { code: 'guardian-needed' }]);
      const guardian = { name: '王敏', relation: 'mother' };
      expect(await shownAt('gz-01', her.phone, { consent: { ...WORDS, guardian } })).toBe(her.clientId);
    });
  });

  describe('of a store of which nobody told whose it is', () => {
    const before = (storeId: string): Promise<unknown> =>
      clients.app.get(EventStore).append({
        context: { commandId: crypto.randomUUID() },
        streams: [
          { stream: `known-store:${storeId}`, expected: 'any', events: [aStoreLearned({ storeId })] },
        ],
      });

    it('is asked, so that a chain whose stores were learned before finds its clients as it did', async () => {
      for (const storeId of ['old-01', 'old-02', 'old-03']) await before(storeId);
      stores.entities.set('old-01', 'Liren').set('old-02', 'Liren').set('old-03', 'Mei Franchise');
      const her = await registered('old-01');
      expect(await shownAt('old-02', her.phone)).toBe(her.clientId);
      expect(await shownAt('sh-01', her.phone)).toBe(her.clientId); // of which it was told
      expect(await shownAt('old-03', her.phone)).toBeNull();
    });

    it('is not asked any more once it was told', async () => {
      await before('old-04');
      const her = await registered('old-04');
      const effectiveFrom = '2026-03-01';
      await teller.tell(storeChanged, { storeId: 'old-04', effectiveFrom, legalEntity: 'Liren' });
      await eventually(async () => expect((await known('old-04')).entities).toHaveLength(1));
      const { asked } = stores;
      expect(await shownAt('sh-02', her.phone)).toBe(her.clientId);
      expect(stores.asked).toBe(asked);
    });

    it('is one company’s while nobody was ever named, for then there are no others', async () => {
      const her = await registered('never-01');
      expect(await shownAt('never-02', her.phone)).toBe(her.clientId);
      expect(await shownAt('bj-01', her.phone)).toBeNull();
    });

    it('shows nobody without consent while that cannot be found out, but at her own store and with it', async () => {
      const her = await registered('never-03');
      stores.isBroken = true;
      try {
        expect(await shownAt('never-02', her.phone)).toBeNull();
        expect(await shownAt('never-03', her.phone)).toBe(her.clientId);
        expect(await shownAt('never-02', her.phone, { consent: WORDS })).toBe(her.clientId);
      } finally {
        stores.isBroken = false;
      }
    });
  });

  describe('whose phone somebody else claims', () => {
    const claiming = async (phone: string, storeId: string, as?: Asking) =>
      (as ?? (await desk(storeId))).post('/v1/clients').send({ storeId, name: '李娜', phone }).expect(409);
    const taken = (clientId: string) => ({ code: 'client-already-registered', context: { clientId } });

    it('is named to stores of her company and to headquarters', async () => {
      const her = await registered();
      expect((await claiming(her.phone, 'sh-02')).body).toMatchObject(taken(her.clientId));
      expect((await claiming(her.phone, 'bj-01', clients.http)).body).toMatchObject(taken(her.clientId));
    });

    it('is named to another company’s only with her consent, however it is claimed', async () => {
      const her = await registered();
      const there = await desk('bj-01');
      const other = await registered('bj-01');
      const claims = [
        () => there.post('/v1/clients').send({ storeId: 'bj-01', phone: her.phone }),
        () => there.post('/v1/leads').send({ storeId: 'bj-01', phone: her.phone, source: 'walked by' }),
        () => there.put(`/v1/clients/${other.clientId}/file/contact`).send({ phone: her.phone }),
      ];
      for (const claim of claims) {
        const { body } = await claim().expect(409);
        expect(body).toMatchObject({ code: 'contact-taken', context: {} });
        expect(JSON.stringify(body)).not.toContain(her.clientId);
      }
      await consent(her);
      for (const claim of claims) expect((await claim().expect(409)).body).toMatchObject(taken(her.clientId));
    });

    it('is not named to what brings the clients of another company’s stores, nor to who tries that out', async () => {
      const her = await registered();
      const program = await clients.as({ role: 'integration', stores: ['gz-01'] });
      const clientId = crypto.randomUUID();
      for (const dryRun of [true, false]) {
        const told = { clients: [{ clientId, storeId: 'gz-01', phone: her.phone }], dryRun };
        const { body } = await program.post('/v1/clients/batch').send(told).expect(200);
        const outcome = { clientId, existing: false, problem: { code: 'contact-taken' } };
        expect(body.outcomes).toMatchObject([outcome]);
        expect(JSON.stringify(body)).not.toContain(her.clientId);
      }
    });
  });
});

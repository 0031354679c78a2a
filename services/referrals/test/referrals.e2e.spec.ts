import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { topicOf, type DataOf, type Message } from '#libs/contracts';
import { EventStore } from '#libs/event-store';
import { PostgresTransport, type Producer, type Subscription } from '#libs/messaging';
import { createDatabase, databaseName, withDatabase } from '#libs/service';
import { eventually, freshBaseUrl, startForTest, Teller, type TestedService } from '#libs/testing';
import { ReferralsModule } from '../src/referrals.module.js';

type Visit = DataOf<typeof visitCompleted>;

const TOPIC = topicOf(visitCompleted.type);

describe('referrals, from outside', () => {
  const databaseUrl = freshBaseUrl();
  let referrals: TestedService;
  let bus: PostgresTransport;
  let producer: Producer;
  let listening: Subscription;
  let told = 0;
  const heard: Message[] = [];

  beforeAll(async () => {
    const name = databaseName(databaseUrl, 'bus');
    await createDatabase(databaseUrl, name);
    bus = await PostgresTransport.connect(withDatabase(databaseUrl, name));
    await bus.ensureTopics([TOPIC]);
    producer = await bus.producer();
    referrals = await startForTest(ReferralsModule, { databaseUrl });
    listening = await bus.subscribe({
      group: 'test',
      topics: ['liren.referrals.v1'],
      resumeAt: async () => undefined,
      onBatch: async ({ messages }) => void heard.push(...(messages as Message[])),
      onError: () => undefined,
    });
  });
  afterAll(async () => {
    await listening.stop();
    await referrals.stop();
    await bus.close();
  });

  const introduce = (introducerId: string, introducedId: string) =>
    referrals.http.post('/v1/referrals').send({ introducerId, introducedId, storeId: 'sh-01' });
  const page = async (introducedId: string) =>
    (await referrals.http.get(`/v1/referrals/${introducedId}`).expect(200)).body;
  const message = (type: string, clientId: string | null, data: object): Message => ({
    id: randomUUID(),
    type,
    source: '/liren/chain/visits',
    subject: 'visit:of-a-test',
    time: '2026-03-01T02:00:00.000Z',
    recordedAt: '2026-03-01T02:00:00.000Z',
    position: (told += 1),
    key: clientId ?? 'nobody',
    correlationId: randomUUID(),
    causationId: null,
    data,
  });
  const paid = (clientId: string | null, visit: Partial<Visit> = {}): Message =>
    message(visitCompleted.type, clientId, { ...aVisit(), clientId, ...visit });
  const undone = (clientId: string, visitId: string, visitStillPaidMinor = 0): Message =>
    message(goodsReturned.type, clientId, { ...aReturn(), clientId, visitId, visitStillPaidMinor });
  const hear = (...messages: Message[]): Promise<void> => producer.send(TOPIC, messages);
  /** Everything sent before has been taken, once what is sent last has. */
  const settled = async (): Promise<void> => {
    const last = randomUUID();
    await hear(paid(last));
    await eventually(() => page(last));
  };

  it('introduces a client once, whoever sends it again', async () => {
    const [introducer, introduced] = [randomUUID(), randomUUID()];
    const first = await introduce(introducer, introduced).expect(201);
    expect(first.body).toMatchObject({ version: 1, appended: true });
    const again = await introduce(introducer, introduced).expect(201);
    expect(again.body).toEqual({ ...first.body, appended: false });
    const otherId = { referralId: randomUUID(), introducerId: introducer, introducedId: introduced };
    const sameTwo = await referrals.http.post('/v1/referrals').send({ ...otherId, storeId: 'sh-02' });
    expect(sameTwo.body).toEqual(again.body);
    expect(await page(introduced)).toMatchObject({ status: 'introduced', introducerId: introducer });
    const { body } = await introduce(randomUUID(), introduced).expect(409);
    expect(body.code).toBe('already-introduced');
  });

  it('refuses one who introduces herself, and one who has paid before', async () => {
    const her = randomUUID();
    expect((await introduce(her, her).expect(409)).body.code).toBe('self-referral');
    await referrals.http.get(`/v1/referrals/${her}`).expect(404);
    await hear(paid(her));
    await eventually(async () => expect(await page(her)).toMatchObject({ status: 'visited', version: 1 }));
    expect((await introduce(randomUUID(), her).expect(409)).body.code).toBe('existing-client');
  });

  it('rewards both for her first paid visit, and takes it back when nothing stays paid of it', async () => {
    const [introducer, her, first, second] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const { referralId } = (await introduce(introducer, her).expect(201)).body;
    await hear(paid(her, { paidMinor: 0 }), paid(her, { visitId: first }), paid(her));
    const rewards = [
      { clientId: introducer, points: 100 },
      { clientId: her, points: 100 },
    ];
    const reward = { visitId: first, rewards, rewardedOn: '2026-03-01', storeId: 'sh-02' };
    await settled();
    expect(await page(her)).toMatchObject({ status: 'rewarded', reward, version: 3 });

    await hear(undone(her, first, 1), undone(her, first), undone(her, first), paid(her, { visitId: first }));
    await settled();
    expect(await page(her)).toMatchObject({ status: 'introduced', undone: [first], version: 4 });

    await hear(paid(her, { visitId: second }), paid(her, { visitId: second }));
    await settled();
    expect(await page(her)).toMatchObject({ status: 'rewarded', reward: { visitId: second }, version: 6 });

    const common = { referralId, introducerId: introducer, introducedId: her, storeId: 'sh-02', rewards };
    await eventually(() => expect(toldOf(her)).toHaveLength(4));
    expect(toldOf(her).slice(1)).toEqual([
      ['referrals.referral-rewarded.v1', { ...common, visitId: first, rewardedOn: '2026-03-01' }],
      ['referrals.referral-reversed.v1', { ...common, visitId: first, reversedOn: '2026-03-05' }],
      ['referrals.referral-rewarded.v1', { ...common, visitId: second, rewardedOn: '2026-03-01' }],
    ]);
  });

  describe('of clients who are merged and parted (X15)', () => {
    let clients: Teller;
    beforeAll(async () => {
      clients = await Teller.at(databaseUrl);
    });
    afterAll(() => clients.close());

    const at = '2026-03-10T16:30:00.000Z';
    const link = (survivorId: string, mergedId: string) => ({ survivorId, mergedId, storeId: 'sh-01' });
    const merge = (survivorId: string, mergedId: string) =>
      clients.tell(clientsMerged, { ...link(survivorId, mergedId), mergedAt: at });
    const part = (survivorId: string, mergedId: string) =>
      clients.tell(clientsUnmerged, { ...link(survivorId, mergedId), unmergedAt: at });
    const standsAt = (introduced: string, status: object) =>
      eventually(async () => expect(await page(introduced)).toMatchObject(status));
    const givenAgain = (introduced: string): unknown[] =>
      toldOf(introduced).map(([type, data]) => [
        type.split('.')[1]!,
        (data as { again?: number }).again ?? null,
      ]);

    it('takes back what she got for introducing herself, and gives it again when they are two', async () => {
      const [introducer, her] = [randomUUID(), randomUUID()];
      await introduce(introducer, her).expect(201);
      await hear(paid(her));
      await standsAt(her, { status: 'rewarded' });
      await merge(introducer, her);
      await standsAt(her, { status: 'withheld', reason: 'self-referral' });
      await part(introducer, her);
      await standsAt(her, { status: 'rewarded' });
      await merge(her, introducer);
      await standsAt(her, { status: 'withheld' });
      await eventually(() =>
        expect(givenAgain(her)).toEqual([
          ['referral-introduced', null],
          ['referral-rewarded', null],
          ['referral-reversed', null],
          ['referral-rewarded', 1],
          ['referral-reversed', 1],
        ]),
      );
    });

    it('follow a merge that was learned when the service stopped before it had followed', async () => {
      const [introducer, her] = [randomUUID(), randomUUID()];
      await introduce(introducer, her).expect(201);
      await hear(paid(her));
      await standsAt(her, { status: 'rewarded' });
      const data = { survivorId: introducer, mergedId: her };
      const learned = { type: 'LinkLearned', occurredAt: at, data };
      await referrals.app.get(EventStore).append({
        context: { commandId: randomUUID() },
        streams: [introducer, her].map((id) => ({
          ...{ stream: `known-link:${id}`, expected: 'noStream' as const, events: [learned] },
        })),
      });
      await merge(introducer, her);
      await standsAt(her, { status: 'withheld', reason: 'self-referral' });
    });

    it('take back or withhold it, whichever of visit and merge is heard first or both at once', async () => {
      const pairs = Array.from({ length: 20 }, () => [randomUUID(), randomUUID()] as const);
      for (const [introducer, her] of pairs) await introduce(introducer, her).expect(201);
      const merging = async (): Promise<void> => {
        for (const [introducer, her] of pairs) await merge(introducer, her);
      };
      const paying = async (): Promise<void> => {
        for (const [, her] of [...pairs.slice(10), ...pairs.slice(0, 10)]) await hear(paid(her));
      };
      await Promise.all([merging(), paying()]);
      for (const [, her] of pairs) await standsAt(her, { status: 'withheld' });
    });

    it('withholds it at the visit, through a third as well, and tells nothing until they part', async () => {
      const [introducer, her, third] = [randomUUID(), randomUUID(), randomUUID()];
      await introduce(introducer, her).expect(201);
      await merge(third, introducer);
      await merge(third, her);
      await eventually(async () => {
        const links = 'select from linked_client where "survivorId" = $1';
        expect(await referrals.app.get(DataSource).query(links, [third])).toHaveLength(2);
      });
      expect((await introduce(third, introducer).expect(409)).body.code).toBe('self-referral');
      await hear(paid(her));
      await standsAt(her, { status: 'withheld', reason: 'self-referral' });
      await eventually(() => expect(givenAgain(her)).toEqual([['referral-introduced', null]]));
      await part(third, introducer);
      await standsAt(her, { status: 'rewarded' });
    });

    it('takes it back from one who had paid long before as another, also when that is heard afterwards', async () => {
      const [introducer, her, twin] = [randomUUID(), randomUUID(), randomUUID()];
      await introduce(introducer, her).expect(201);
      await hear(paid(her));
      await standsAt(her, { status: 'rewarded' });
      await merge(twin, her);
      await hear(paid(twin, { completedAt: '2020-03-01T02:00:00.000Z', completedOn: '2020-03-01' }));
      await standsAt(her, { status: 'withheld', reason: 'existing-client' });
      const { body } = await introduce(introducer, randomUUID()).expect(201);
      expect(body.appended).toBe(true); // others are nobody's twin
      await part(twin, her);
      await standsAt(her, { status: 'rewarded' });
    });

    it('rewards of two introductions of one person the first that earned; the other when its visit is returned', async () => {
      const [one, other, her, twin, visit] = [1, 2, 3, 4, 5].map(() => randomUUID()) as [string, ...string[]];
      await introduce(one, her!).expect(201);
      await introduce(other!, twin!).expect(201);
      await merge(her!, twin!);
      await hear(paid(twin!), paid(her!, { visitId: visit! }));
      await standsAt(her!, { status: 'rewarded' });
      await standsAt(twin!, { status: 'withheld', reason: 'already-introduced' });
      await hear(undone(her!, visit!));
      await standsAt(twin!, { status: 'rewarded' });
    });
  });

  it('records nothing of walk-ins, later visits and returns that undo no reward', async () => {
    const her = randomUUID();
    await hear(paid(her));
    await settled();
    const before = await referrals.app.get(EventStore).head();
    await hear(paid(null), paid(her), paid(her, { paidMinor: 0 }), undone(her, randomUUID()));
    await settled();
    expect(await referrals.app.get(EventStore).head()).toBe(before + 1);
    expect((await referrals.http.get('/operations/parked-messages')).body).toEqual([]);
  });

  it('decides nothing anew when messages come again because its position had not moved', async () => {
    const [her, first, second] = [randomUUID(), randomUUID(), randomUUID()];
    await introduce(randomUUID(), her).expect(201);
    await hear(paid(her, { visitId: first }), paid(her, { visitId: second }), undone(her, first));
    await settled();
    const before = await page(her);
    expect(before).toMatchObject({ status: 'introduced', undone: [first], version: 4 });
    const head = await referrals.app.get(EventStore).head();

    await referrals.app.get(DataSource).query('delete from heard');
    await referrals.app.get(DataSource).query('delete from heard_offset');
    await referrals.stop();
    referrals = await startForTest(ReferralsModule, { databaseUrl });
    await settled();
    expect(await page(her)).toEqual(before);
    expect(await referrals.app.get(EventStore).head()).toBe(head + 1); // what settled told
  });

  const toldOf = (introducedId: string): [string, unknown][] =>
    heard.filter(({ key }) => key === introducedId).map(({ type, data }) => [type, data]);
});

const aVisit = (): Visit => ({
  visitId: randomUUID(),
  clientId: null,
  storeId: 'sh-02',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  lines: [],
  paidMinor: 29_800,
  completedAt: '2026-03-01T02:00:00.000Z',
  completedOn: '2026-03-01',
});

const aReturn = (): DataOf<typeof goodsReturned> => ({
  returnId: randomUUID(),
  visitId: null,
  clientId: null,
  storeId: 'sh-02',
  lines: [],
  returnedMinor: 29_800,
  visitStillPaidMinor: null,
  returnedAt: '2026-03-05T02:00:00.000Z',
  returnedOn: '2026-03-05',
});

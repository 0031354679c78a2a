import { DataSource } from 'typeorm';
import { clientRegistered } from '#contracts/clients/client-registered.v1';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import { referralReversed } from '#contracts/referrals/referral-reversed.v1';
import { referralRewarded } from '#contracts/referrals/referral-rewarded.v1';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import type { DataOf, Message } from '#libs/contracts';
import { EventStore, uuidv7 } from '#libs/event-store';
import { Views } from '#libs/service';
import { eventually, freshBaseUrl, startForTest, Teller, type TestedService } from '#libs/testing';
import { MembershipModule } from '../src/membership.module.js';

const storeId = 'sh-01';
const at = '2026-03-01T02:00:00.000Z';

const visitOf = (clientId: string | null, paid: readonly number[]): DataOf<typeof visitCompleted> => ({
  visitId: uuidv7(),
  clientId,
  storeId,
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  lines: paid.map((paidMinor, line) => ({
    ...{ lineId: String(line + 1), itemId: 'cream-50', quantity: 3, paidMinor, staffId: null },
  })),
  paidMinor: paid.reduce((sum, paidMinor) => sum + paidMinor, 0),
  completedAt: at,
  completedOn: '2026-03-01',
});

const returnOf = (
  { visitId, clientId }: DataOf<typeof visitCompleted>,
  lineId: string,
  stillPaidMinor: number,
): DataOf<typeof goodsReturned> => ({
  ...{ returnId: uuidv7(), visitId, clientId, storeId },
  lines: [{ lineId, itemId: 'cream-50', quantity: 1, returnedMinor: 1, stillPaidMinor }],
  ...{ returnedMinor: 1, visitStillPaidMinor: 1, returnedAt: at, returnedOn: '2026-03-05' },
});

const referralOf = (introducerId: string, introducedId: string) => ({
  ...{ referralId: uuidv7(), introducerId, introducedId, storeId, visitId: uuidv7() },
  rewards: [
    { clientId: introducerId, points: 200 },
    { clientId: introducedId, points: 100 },
  ],
});

describe('membership, from outside', () => {
  const databaseUrl = freshBaseUrl();
  let membership: TestedService;
  let teller: Teller;

  beforeAll(async () => {
    teller = await Teller.at(databaseUrl);
    membership = await startForTest(MembershipModule, { databaseUrl });
  });
  afterAll(async () => {
    await membership.stop();
    await teller.close();
  });

  const points = (clientId: string) => membership.http.get(`/v1/members/${clientId}/points`);
  const hasPoints = (clientId: string, balance: number) =>
    eventually(async () => {
      const answer = await points(clientId).expect(200);
      expect(answer.body).toMatchObject({ clientId, balance });
    });
  const explanation = (clientId: string, query: object = {}) =>
    membership.http.get(`/v1/members/${clientId}/points/explanation`).query(query);

  it('enrols a client once; she has no points yet', async () => {
    const body = { clientId: uuidv7(), storeId };
    const enrolled = await membership.http.post('/v1/members').send(body).expect(201);
    expect(enrolled.body).toMatchObject({ clientId: body.clientId, version: 1, appended: true });
    const { position: minPosition } = enrolled.body as { position: number };
    const answer = await points(body.clientId).query({ minPosition }).expect(200);
    expect(answer.body).toEqual({ clientId: body.clientId, balance: 0, position: expect.any(Number) });
    const again = await membership.http.post('/v1/members').send(body).expect(201);
    expect(again.body).toMatchObject({ version: 1, appended: false });
  });

  it.each([
    ['no client', { storeId }, 'clientId'],
    ['a client id that is none', { clientId: 'li', storeId }, 'clientId'],
    ['no store', { clientId: uuidv7() }, 'storeId'],
    ['an unknown field', { clientId: uuidv7(), storeId, tier: 'gold' }, 'tier'],
  ])('names the field of %s', async (_what, body, field) => {
    const refused = await membership.http.post('/v1/members').send(body).expect(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('knows no points of a client whom nobody enrolled', async () => {
    const nobody = uuidv7();
    expect((await points(nobody).expect(404)).body.code).toBe('not-a-member');
    expect((await explanation(nobody).expect(404)).body.code).toBe('not-a-member');
    await points('nobody').expect(400);
  });

  it('enrols every registered client', async () => {
    const clientId = uuidv7();
    await teller.tell(clientRegistered, { clientId, storeId, registeredAt: at, registeredOn: '2026-03-01' });
    await hasPoints(clientId, 0);
  });

  it('earns for a visit, once, and reverses exactly what comes back', async () => {
    const clientId = uuidv7();
    const visit = visitOf(clientId, [29_800, 19_999]);
    await teller.tell(visitCompleted, visit);
    await hasPoints(clientId, 298 + 199);
    await teller.tell(visitCompleted, visit);
    await teller.tell(goodsReturned, returnOf(visit, '2', 13_333));
    await hasPoints(clientId, 298 + 133);
    await teller.tell(goodsReturned, returnOf(visit, '2', 0));
    await teller.tell(goodsReturned, returnOf(visit, '1', 0));
    await hasPoints(clientId, 0);
  });

  it('counts the points of who were merged as hers, where they are, and each as her own when they part (X15)', async () => {
    const [her, twin, third] = [uuidv7(), uuidv7(), uuidv7()];
    for (const [clientId, paid] of [
      [her, 10_000],
      [twin, 20_000],
      [third, 40_000],
    ] as const)
      await teller.tell(visitCompleted, visitOf(clientId, [paid]));
    await hasPoints(third, 400);
    const link = (survivorId: string, mergedId: string) => ({ survivorId, mergedId, storeId });
    await teller.tell(clientsMerged, { ...link(twin, third), mergedAt: at });
    await teller.tell(clientsMerged, { ...link(her, twin), mergedAt: at });
    await hasPoints(her, 100 + 200 + 400);
    await teller.tell(visitCompleted, visitOf(twin, [1_000]));
    await hasPoints(her, 100 + 210 + 400);
    await hasPoints(third, 400);
    await teller.tell(clientsUnmerged, { ...link(her, twin), unmergedAt: at });
    await hasPoints(her, 100);
    await hasPoints(twin, 210 + 400);
  });

  it('parts whose link it had learned on a stream named by both, as it once did', async () => {
    const [her, twin] = [uuidv7(), uuidv7()];
    for (const clientId of [her, twin]) await teller.tell(visitCompleted, visitOf(clientId, [10_000]));
    await hasPoints(twin, 100);
    await hasPoints(her, 100);
    const data = { survivorId: her, mergedId: twin };
    await membership.app.get(EventStore).append({
      context: { commandId: uuidv7() },
      streams: [
        {
          ...{ stream: `known-link:${her}/${twin}`, expected: 'noStream' },
          events: [{ type: 'LinkLearned', occurredAt: at, data }],
        },
      ],
    });
    await hasPoints(her, 200);
    await teller.tell(clientsUnmerged, { ...data, storeId, unmergedAt: at });
    await hasPoints(her, 100);
  });

  it('has nothing to do with walk-ins, nor with returns whose bill is not known', async () => {
    const clientId = uuidv7();
    const head = () => membership.app.get(EventStore).head();
    const before = await head();
    const walkIn = visitOf(null, [29_800]);
    await teller.tell(visitCompleted, walkIn);
    await teller.tell(goodsReturned, returnOf(walkIn, '1', 0));
    const lines = [{ lineId: null, itemId: 'x', quantity: 1, returnedMinor: 5, stillPaidMinor: null }];
    const unmatched = {
      ...returnOf(walkIn, '1', 0),
      clientId,
      visitId: null,
      lines,
      visitStillPaidMinor: null,
    };
    await teller.tell(goodsReturned, unmatched);
    const next = visitOf(uuidv7(), [100]);
    await teller.tell(visitCompleted, next);
    await hasPoints(next.clientId!, 1);
    expect(await head()).toBe(before + 2);
    await points(clientId).expect(404);
  });

  it('rewards both sides of a referral, takes the reward back from both, and rewards them again', async () => {
    const [introducer, introduced] = [uuidv7(), uuidv7()];
    const referral = referralOf(introducer, introduced);
    await teller.tell(referralRewarded, { ...referral, rewardedOn: '2026-03-02' });
    await hasPoints(introducer, 200);
    await hasPoints(introduced, 100);
    await teller.tell(referralReversed, { ...referral, reversedOn: '2026-03-06' });
    await hasPoints(introducer, 0);
    await hasPoints(introduced, 0);
    await teller.tell(referralRewarded, { ...referral, visitId: uuidv7(), rewardedOn: '2026-03-09' });
    await hasPoints(introducer, 200);
    await hasPoints(introduced, 100);
    const { body } = await explanation(introducer).expect(200);
    expect(body.items.map(({ points }: { points: number }) => points)).toEqual([200, -200, 200]);
  });

  it('ends the same when it hears that a reward is undone before it hears of the reward', async () => {
    const [introducer, introduced] = [uuidv7(), uuidv7()];
    const referral = referralOf(introducer, introduced);
    await teller.tell(referralReversed, { ...referral, reversedOn: '2026-03-06' });
    await teller.tell(referralRewarded, { ...referral, rewardedOn: '2026-03-02' });
    await hasPoints(introducer, 0);
    await hasPoints(introduced, 0);
  });

  it.each(['newest', 'oldest'])(
    'explains the balance line by line, %s first, page by page',
    async (order) => {
      const clientId = uuidv7();
      const visit = visitOf(clientId, [29_800, 19_999, 99]);
      await teller.tell(visitCompleted, visit);
      await teller.tell(goodsReturned, returnOf(visit, '2', 13_333));
      await teller.tell(visitCompleted, visitOf(clientId, [5_000]));
      await hasPoints(clientId, 298 + 133 + 50);
      const items: { lineId: string; points: number; kind: string }[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await explanation(clientId, { order, cursor, limit: 2 }).expect(200);
        expect(body.balance).toBe(481);
        items.push(...body.items);
        cursor = body.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(items.reduce((sum, { points }) => sum + points, 0)).toBe(481);
      const oldest = [298, 199, 0, -66, 50];
      const newest = [50, -66, 298, 199, 0];
      expect(items.map(({ points }) => points)).toEqual(order === 'oldest' ? oldest : newest);
    },
  );

  it('refuses a page that cannot be', async () => {
    const refused = await explanation(uuidv7(), { cursor: 'x', limit: 0, order: 'best' }).expect(400);
    expect(refused.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'cursor',
      'limit',
      'order',
    ]);
  });

  it('tells others of members and their points, with the day in the store', async () => {
    const clientId = uuidv7();
    const visit = visitOf(clientId, [19_999]);
    const told: Message[] = [];
    const listening = await teller.transport.subscribe({
      group: 'listener',
      topics: ['liren.membership.v1'],
      resumeAt: async () => undefined,
      onBatch: async ({ messages }) => void told.push(...(messages as Message[])),
      onError: (error) => {
        throw error;
      },
    });
    await teller.tell(visitCompleted, visit);
    await teller.tell(goodsReturned, returnOf(visit, '1', 10_000));
    const shared = { clientId, storeId, reason: 'visit', sourceId: visit.visitId };
    await eventually(() => {
      expect(told.filter(({ key }) => key === clientId).map(({ type, data }) => ({ type, data }))).toEqual([
        { type: 'membership.member-enrolled.v1', data: { clientId, storeId, enrolledAt: at } },
        {
          type: 'membership.points-earned.v1',
          data: { ...shared, points: 199, balance: 199, earnedOn: '2026-03-01' },
        },
        {
          type: 'membership.points-reversed.v1',
          data: { ...shared, points: 99, balance: 100, reversedOn: '2026-03-05' },
        },
      ]);
    });
    await listening.stop();
  });

  it('moves points and never makes them, and has the same accounts when they are built anew', async () => {
    const accounts = () =>
      membership.app
        .get(DataSource)
        .query<{ account: string; balance: number }[]>('select * from points_account order by account');
    const head = await membership.app.get(EventStore).head();
    expect(await membership.app.get(Views).reached('points_account', head)).toBe(true);
    const live = await accounts();
    expect(live.length).toBeGreaterThan(5);
    expect(live.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
    await membership.http.post('/operations/views/points_account/rebuild').expect(202);
    await eventually(async () => {
      const { body } = await membership.http.get('/operations/views').expect(200);
      expect(body).toContainEqual(
        expect.objectContaining({ name: 'points_account', generation: 2, rebuilding: null }),
      );
    });
    expect(await accounts()).toEqual(live);
  });
});

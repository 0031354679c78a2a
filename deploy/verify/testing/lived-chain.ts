import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, movableClock, startForTest, type TestedService } from '#libs/testing';
import { MODULES } from '../../all-in-one/modules.js';
import { SERVICES, type Service } from '../services.js';

type Chain = Readonly<Record<Service, TestedService>>;
type Answer = Record<string, string>;

const HOUR_MS = 60 * 60 * 1_000;

/**
 * All services at work on data in which a little of everything has happened: two stores, an introduction that was
 * rewarded, one that was rewarded again after the first visit was undone, visits, goods taken back, follow-ups done and missed,
 * a complaint that breached, what was told too late (an answer in time, and a visit that made a missed follow-up unneeded),
 * a client who was erased, and one of whose file some sections are filled and others not.
 */
export const liveAFewDays = async (databaseUrl: string): Promise<{ stop(): Promise<void> }> => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-verify-'));
  const options = { databaseUrl, clock, dataFolder, logLevel: 'silent' };
  const stores = await startForTest(MODULES.stores, options);
  const others = SERVICES.filter((name) => name !== 'stores').map(
    async (name) => [name, await startForTest(MODULES[name], { ...options, storesUrl: stores.url })] as const,
  );
  const chain = { stores, ...Object.fromEntries(await Promise.all(others)) } as Chain;
  const { anna, complaintId } = await firstDay(chain);
  clock.advance(26 * HOUR_MS);
  await secondDay(chain);
  clock.advance(7 * 24 * HOUR_MS);
  await eventually(async () => expect(await tasks(chain, 'missed')).toHaveLength(5));
  await visit(chain, 'sh-01', anna, [9_900], '2026-03-04T02:00:00.000Z');
  await eventually(async () => expect(await tasks(chain, 'withdrawn')).toHaveLength(1));
  await tell(chain.complaints, `complaints/${complaintId}/answer`, {
    answeredAt: '2026-03-01T05:00:00.000Z',
  });
  return {
    stop: async () => {
      await Promise.all(Object.values(chain).map((service) => service.stop()));
      rmSync(dataFolder, { recursive: true });
    },
  };
};

const firstDay = async (chain: Chain) => {
  for (const storeId of ['sh-01', 'bj-01'])
    await tell(chain.stores, 'stores', {
      ...{ storeId, name: storeId, timeZone: 'Asia/Shanghai', currency: 'CNY' },
    });
  const { clientId: anna } = await tell(chain.clients, 'clients', { storeId: 'sh-01', phone: '13800138000' });
  const { clientId: bea } = await tell(chain.clients, 'clients', { storeId: 'bj-01', phone: '13900139000' });
  await tell(chain.referrals, 'referrals', { introducerId: anna, introducedId: bea, storeId: 'bj-01' });
  const { visitId } = await visit(chain, 'sh-01', anna, [19_900, 8_850]);
  await visit(chain, 'bj-01', bea, [30_000]);
  await visit(chain, 'sh-01', undefined, [5_000]);
  await tell(chain.visits, `visits/${visitId}/returns`, { lines: [{ lineId: '2' }] });
  await rewardedAgain(chain, anna);
  await erased(chain);
  const complaint = { storeId: 'bj-01', clientId: bea, channel: 'phone' };
  const { complaintId } = await tell(chain.complaints, 'complaints', complaint);
  await eventually(async () => {
    const answer = await chain.membership.http.get(`/v1/members/${anna}/points`).expect(200);
    expect((answer.body as { balance: number }).balance).toBeGreaterThan(199); // what stays of the visit, and the reward
  });
  return { anna, complaintId };
};

/** Told long after they happened, so that nobody follows them up. */
const rewardedAgain = async (chain: Chain, introducerId: string | undefined): Promise<void> => {
  const storeId = 'bj-01';
  const { clientId: introducedId } = await tell(chain.clients, 'clients', { storeId, phone: '13700137000' });
  await tell(chain.referrals, 'referrals', { introducerId, introducedId, storeId });
  const { visitId } = await visit(chain, storeId, introducedId, [10_000], '2026-01-10T02:00:00.000Z');
  const returnedAt = '2026-01-11T02:00:00.000Z';
  await tell(chain.visits, `visits/${visitId}/returns`, { lines: [{ lineId: '1' }], returnedAt });
  await visit(chain, storeId, introducedId, [20_000], '2026-01-12T02:00:00.000Z');
};

/** Every service acknowledges it, also those that tell nothing else. */
const erased = async ({ clients }: Chain): Promise<void> => {
  const birthday = '1990-05-01';
  await tell(clients, 'clients', { storeId: 'sh-01', phone: '13600136000', birthday });
  const { clientId } = await tell(clients, 'clients', { storeId: 'sh-01', phone: '13500135000', birthday });
  await tell(clients, `clients/${clientId}/erasure`, { reason: 'request-of-hers' });
  await eventually(async () => {
    const answer = await clients.http.get(`/v1/erasures/${clientId}`).expect(200);
    expect((answer.body as Answer)['status']).toBe('complete');
  });
};

const secondDay = async (chain: Chain): Promise<void> => {
  const due = await eventually(async () => {
    const found = await tasks(chain, 'due');
    expect(found).toHaveLength(2);
    return found;
  });
  await tell(chain['follow-ups'], `follow-ups/${due[0]!['taskId']}/contact`, {});
};

const tasks = async (chain: Chain, status: string): Promise<Answer[]> => {
  const answer = await chain['follow-ups'].http.get('/v1/follow-ups').query({ status }).expect(200);
  return (answer.body as { items: Answer[] }).items;
};

const visit = (
  chain: Chain,
  storeId: string,
  clientId: string | undefined,
  paid: readonly number[],
  completedAt?: string,
): Promise<Answer> => {
  const lines = paid.map((paidMinor) => ({ itemId: 'facial-60', paidMinor }));
  const amountMinor = paid.reduce((sum, paidMinor) => sum + paidMinor, 0);
  const payments = [{ method: 'wechat', amountMinor }];
  return tell(chain.visits, 'visits', { storeId, clientId, lines, payments, completedAt });
};

const tell = async ({ http }: TestedService, path: string, body: object): Promise<Answer> =>
  (await http.post(`/v1/${path}`).send(body).expect(201)).body as Answer;

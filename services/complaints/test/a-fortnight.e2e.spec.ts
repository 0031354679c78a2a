import { DataSource } from 'typeorm';
import { derivedId } from '#libs/event-store';
import { Running } from '#libs/service';
import { eventually, freshBaseUrl, movableClock, startForTest, type TestedService } from '#libs/testing';
import { ComplaintsModule } from '../src/complaints.module.js';
import { openBus, type Bus } from './stores-told.js';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
const BEGIN = Date.parse('2026-03-24T00:00:00.000Z'); // London's clocks change on the 29th, Santiago's on 5 April
const END = BEGIN + 15 * DAY_MS;
/** Without the service: nobody can ask, and timers come due. */
const AWAY = { from: BEGIN + 4 * DAY_MS + HOUR_MS, to: BEGIN + 5.5 * DAY_MS };
const RESTARTED_AT = BEGIN + 9 * DAY_MS;

const STORES = [
  { storeId: 'sh-01', timeZone: 'Asia/Shanghai' },
  { storeId: 'ld-01', timeZone: 'Europe/London' },
  { storeId: 'sc-01', timeZone: 'America/Santiago' },
] as const;

interface LivedComplaint {
  readonly complaintId: string;
  readonly storeId: string;
  readonly timeZone: string;
  readonly openedAt: number;
  /** Null for never. */
  readonly answeredAt: number | null;
  /** When the answer is told. */
  readonly toldAt: number;
}

/** The same numbers in every run. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const NAMES = 'b7a1c8d2-0f43-5a8b-8c55-0d6c2e9a1f70';
const isAway = (time: number): boolean => time >= AWAY.from && time < AWAY.to;
/** Nobody can ask while the service is away; it is told when it is back. */
const askableAt = (time: number): number => (isAway(time) ? AWAY.to + 60_000 : time);

/** Some are answered in time, some late, some never; one answer in three is told up to two days late. */
const complaints: readonly LivedComplaint[] = STORES.flatMap((store, at) => {
  const throwDice = dice(at + 11);
  const minutes = (most: number): number => Math.floor((throwDice() * most) / 60_000) * 60_000;
  return Array.from({ length: 20 }, (_, number) => {
    const complaintId = derivedId(NAMES, `${store.storeId} ${number}`);
    const openedAt = askableAt(BEGIN + minutes(11 * DAY_MS));
    const given = openedAt + minutes(40 * HOUR_MS);
    const answeredAt = throwDice() < 1 / 5 ? null : given;
    const toldAt = askableAt(given + (throwDice() < 1 / 3 ? minutes(2 * DAY_MS) : 0));
    return { complaintId, ...store, openedAt, answeredAt, toldAt };
  });
});

type Act = 'open' | 'answer' | 'stop' | 'begin' | 'restart';
interface Happening {
  readonly at: number;
  readonly act: Act;
  readonly complaint?: LivedComplaint;
}
const happenings: readonly Happening[] = [
  ...complaints.map((complaint) => ({ at: complaint.openedAt, act: 'open' as const, complaint })),
  ...complaints
    .filter(({ answeredAt }) => answeredAt !== null)
    .map((complaint) => ({ at: complaint.toldAt, act: 'answer' as const, complaint })),
  { at: AWAY.from, act: 'stop' as const },
  { at: AWAY.to, act: 'begin' as const },
  { at: RESTARTED_AT, act: 'restart' as const },
].sort((a, b) => a.at - b.at);

/** Counted from the complaints alone. */
const isBreach = ({ openedAt, answeredAt }: LivedComplaint): boolean =>
  answeredAt === null || answeredAt - openedAt >= DAY_MS;
/** Nobody could know that it was answered in time, because it was told after the time was up. */
const isBreachFirst = (complaint: LivedComplaint): boolean =>
  !isBreach(complaint) && complaint.toldAt - complaint.openedAt >= DAY_MS;
const localDay = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
const iso = (instant: number): string => new Date(instant).toISOString();

describe('a fortnight of complaints in three stores', () => {
  const clock = movableClock(iso(BEGIN));
  const databaseUrl = freshBaseUrl();
  let service: TestedService;
  let bus: Bus;

  const begin = async () => {
    service = await startForTest(ComplaintsModule, { databaseUrl, clock });
  };
  const query = <Row>(sql: string, values: unknown[] = []) =>
    service.app.get(DataSource).query<Row[]>(sql, values);
  const head = async () => (await query<{ position: number }>('select position from head'))[0]!.position;

  /** All timers that are due have fired, and all views show it. */
  const settled = () =>
    eventually(async () => {
      service.app.get(Running).wake();
      const position = await head();
      const views = (await service.http.get('/operations/views')).body as { position: number }[];
      for (const view of views) expect(view.position).toBe(position);
      expect(await query('select from timer where "dueAt" <= $1', [clock.now().toISOString()])).toEqual([]);
      expect(await head()).toBe(position);
    });
  const restart = async () => {
    await settled();
    const before = await head();
    await service.stop();
    await begin();
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await head()).toBe(before);
  };

  const live = async ({ at, act, complaint }: Happening): Promise<unknown> => {
    clock.moveTo(iso(at));
    switch (act) {
      case 'open': {
        const { complaintId, storeId } = complaint!;
        const body = { complaintId, storeId, channel: 'phone' };
        return service.http.post('/v1/complaints').send(body).expect(201);
      }
      case 'answer': {
        const body = { answeredAt: iso(complaint!.answeredAt!) };
        const url = `/v1/complaints/${complaint!.complaintId}/answer`;
        await settled(); // so that what is due before this moment is recorded before it
        return service.http.post(url).send(body).expect(201);
      }
      case 'stop':
        return service.stop();
      case 'begin':
        await begin();
        return settled();
      case 'restart':
        return restart();
    }
  };

  beforeAll(async () => {
    bus = await openBus(databaseUrl);
    await begin();
    for (const store of STORES) await bus.tellOf(store);
    await eventually(async () => expect(await head()).toBe(STORES.length));
    for (const happening of happenings) await live(happening);
    clock.moveTo(iso(END));
    await settled();
  }, 180_000);
  afterAll(async () => {
    await service.stop();
    await bus.close();
  });

  const told = (type: string) =>
    new Map(
      bus.heard
        .filter((message) => message.type === type)
        .map(({ id, data }) => [id, data as { complaintId: string; breachedAt: string; breachedOn: string }]),
    );
  const idsTold = (type: string) => [...told(type).values()].map(({ complaintId }) => complaintId).sort();
  const idsOf = (chosen: readonly LivedComplaint[]) => chosen.map(({ complaintId }) => complaintId).sort();

  it('was eventful: answers in time, late, told late and never, and breaches while the service was away', () => {
    const due = ({ openedAt }: LivedComplaint) => openedAt + DAY_MS;
    expect(complaints.filter(isBreach).length).toBeGreaterThan(15);
    expect(complaints.filter(isBreachFirst).length).toBeGreaterThan(4);
    expect(complaints.filter((one) => !isBreach(one)).length).toBeGreaterThan(15);
    expect(complaints.filter((one) => isBreach(one) && isAway(due(one))).length).toBeGreaterThan(0);
  });

  it('told each breach once, with its moment and its day in the store', async () => {
    const expected = complaints.filter((one) => isBreach(one) || isBreachFirst(one));
    const breached = 'complaints.complaint-breached.v1';
    await eventually(() => expect(idsTold(breached)).toEqual(idsOf(expected)));
    const byId = new Map([...told(breached).values()].map((data) => [data.complaintId, data]));
    for (const { complaintId, openedAt, timeZone } of expected) {
      expect(byId.get(complaintId)).toMatchObject({
        breachedAt: iso(openedAt + DAY_MS),
        breachedOn: localDay(openedAt + DAY_MS, timeZone),
      });
    }
  });

  it('took back just the breaches whose answer had been given in time', async () => {
    const withdrawn = 'complaints.complaint-breach-withdrawn.v1';
    await eventually(() => expect(idsTold(withdrawn)).toEqual(idsOf(complaints.filter(isBreachFirst))));
  });

  it('shows the breaches that an independent count says, store by store', async () => {
    for (const { storeId } of STORES) {
      const { body } = await service.http.get('/v1/complaints').query({ storeId }).expect(200);
      const shown = (body.items as { complaintId: string; breachedAt: string | null }[])
        .filter(({ breachedAt }) => breachedAt !== null)
        .map(({ complaintId }) => complaintId);
      const expected = complaints.filter((one) => one.storeId === storeId && isBreach(one));
      expect(shown.sort()).toEqual(idsOf(expected));
    }
  });

  it('warned once of each that had no answer for 20 hours', async () => {
    const warned = await query<{ id: string }>(
      `select data->>'complaintId' as id from event where type = 'AnswerDueSoon'`,
    );
    const expected = complaints.filter(
      ({ openedAt, answeredAt, toldAt }) => answeredAt === null || toldAt - openedAt >= 20 * HOUR_MS,
    );
    expect(warned.map(({ id }) => id).sort()).toEqual(idsOf(expected));
  });

  it('recorded nothing twice and left no timer', async () => {
    const twice = await query('select type, stream from event group by 1, 2 having count(*) > 1');
    expect(twice).toEqual([]);
    expect(await query('select * from timer')).toEqual([]);
  });

  it('shows the same when its list is built anew', async () => {
    const all = () => query('select * from complaint_list order by "complaintId"');
    const before = await all();
    await service.http.post('/operations/views/complaint_list/rebuild').expect(202);
    await eventually(async () => {
      const { body } = await service.http.get('/operations/views');
      expect(body.find(({ name }: { name: string }) => name === 'complaint_list').generation).toBe(2);
    });
    expect(await all()).toEqual(before);
  });
});

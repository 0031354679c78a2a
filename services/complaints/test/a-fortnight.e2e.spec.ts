import { DataSource } from 'typeorm';
import { Running } from '#libs/service';
import { eventually, freshBaseUrl, movableClock, startForTest, type TestedService } from '#libs/testing';
import { ComplaintsModule } from '../src/complaints.module.js';
import { openBus, type Bus } from './stores-told.js';
import {
  BEGIN,
  complaints,
  DAY_MS,
  END,
  happenings,
  HOUR_MS,
  isAway,
  isBreach,
  isBreachFirst,
  iso,
  localDay,
  STORES,
  type Happening,
  type LivedComplaint,
} from './lived-fortnight.js';

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

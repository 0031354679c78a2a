import { DataSource } from 'typeorm';
import type { Message } from '#libs/contracts';
import { Running } from '#libs/service';
import { eventually, freshBaseUrl, movableClock, startForTest, type TestedService } from '#libs/testing';
import { FollowUpsModule } from '../src/follow-ups.module.js';
import { openBus, visitTold, type Bus } from './visits-told.js';
import {
  AWAY,
  BEGIN,
  hasCome,
  heardInStep,
  isDoneBySomebody,
  localDay,
  nameOf,
  RESTARTED_AT,
  STEPS,
  STORES,
  tasks,
  timeOfStep,
  toldInStep,
  visits,
  type CountedTask,
} from './lived-fortnight.js';

describe('a fortnight of follow-ups in three stores', () => {
  const clock = movableClock(new Date(BEGIN).toISOString());
  const databaseUrl = freshBaseUrl();
  const done = new Set<string>();
  let followUps: TestedService;
  let bus: Bus;

  const begin = async () => {
    followUps = await startForTest(FollowUpsModule, { databaseUrl, clock });
  };
  const query = <Row>(sql: string, values: unknown[] = []) =>
    followUps.app.get(DataSource).query<Row[]>(sql, values);
  const positions = async () => (await query<{ position: number }>('select position from head'))[0]!.position;

  /** All visits that were told are heard, all timers that are due have fired, and all views show it. */
  const settled = (step: number) =>
    eventually(async () => {
      followUps.app.get(Running).wake();
      const told = visits.filter((visit) => toldInStep(visit) <= step).length;
      const head = await positions();
      const [heard] = await query<{ n: number }>(
        `select count(*)::int as n from event where type in ('FollowUpPlanned', 'FollowUpSkipped')`,
      );
      expect(heard!.n).toBe(told);
      const views = (await followUps.http.get('/operations/views')).body as { position: number }[];
      for (const { position } of views) expect(position).toBe(head);
      expect(await query('select from timer where "dueAt" <= $1', [clock.now().toISOString()])).toEqual([]);
      expect(await positions()).toBe(head);
    });

  /** Staff look up what is due today and call. */
  const contactThoseOfToday = async (step: number) => {
    for (const { storeId, timeZone } of STORES) {
      const today = localDay(timeOfStep(step), timeZone);
      const due = tasks.filter(
        (task) =>
          task.visit.storeId === storeId &&
          task.dueOn === today &&
          heardInStep(task.visit) <= step &&
          isDoneBySomebody(task) &&
          !done.has(nameOf(task)) &&
          !(task.day === 7 && hasCome(task, step)),
      );
      if (due.length === 0) continue;
      const { body } = await followUps.http
        .get('/v1/follow-ups')
        .query({ storeId, status: 'due', dueOn: today })
        .expect(200);
      for (const task of due) await contact(task, body.items);
    }
  };
  const contact = async (task: CountedTask, shown: { visitId: string; day: number; taskId: string }[]) => {
    const found = shown.find(({ visitId, day }) => visitId === task.visit.visitId && day === task.day);
    expect(found).toBeDefined();
    await followUps.http.post(`/v1/follow-ups/${found!.taskId}/contact`).send({}).expect(201);
    done.add(nameOf(task));
  };

  const live = async (step: number) => {
    clock.moveTo(new Date(timeOfStep(step)).toISOString());
    const fresh = visits.filter((visit) => toldInStep(visit) === step);
    await bus.tell(
      ...fresh.map((visit) =>
        visitTold({ ...visit, completedAt: new Date(visit.completedAt).toISOString() }),
      ),
    );
    if (step === AWAY.from) await followUps.stop();
    if (step >= AWAY.from && step < AWAY.to) return;
    if (step === AWAY.to) await begin();
    await settled(step);
    await contactThoseOfToday(step);
    if (step === RESTARTED_AT) await restart(step);
  };
  const restart = async (step: number) => {
    await settled(step);
    const before = await positions();
    await followUps.stop();
    await begin();
    await settled(step);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await positions()).toBe(before);
  };

  beforeAll(async () => {
    bus = await openBus(databaseUrl);
    await begin();
    for (let step = 0; step <= STEPS; step += 1) await live(step);
    await settled(STEPS);
  }, 180_000);
  afterAll(async () => {
    await followUps.stop();
    await bus.close();
  });

  const told = (type: string) =>
    new Map(
      bus.heard
        .filter((message: Message) => message.type === type)
        .map(({ id, data }) => {
          const { visitId, day } = data as { visitId: string; day: number };
          return [id, `${visitId} day ${day}`];
        }),
    );

  it('was eventful: tasks of every kind, and some that could not be made', () => {
    expect(done.size).toBeGreaterThan(40);
    expect(tasks.filter((task) => task.day === 7 && hasCome(task)).length).toBeGreaterThan(10);
    expect(tasks.length).toBeLessThan(3 * visits.length);
  });

  it('had the contacts that were made, each told once', async () => {
    await eventually(() =>
      expect([...told('follow-ups.contact-made.v1').values()].sort()).toEqual([...done].sort()),
    );
  });

  it('missed just those that an independent count says, each told once', async () => {
    const missed = tasks.filter((task) => !done.has(nameOf(task)) && !(task.day === 7 && hasCome(task)));
    await eventually(() => {
      const withdrawn = [...told('follow-ups.task-miss-withdrawn.v1').values()];
      const inTheEnd = [...told('follow-ups.task-missed.v1').values()].filter(
        (name) => !withdrawn.includes(name),
      );
      expect(inTheEnd.sort()).toEqual(missed.map(nameOf).sort());
    });
    const shown = await query<{ storeId: string; n: number }>(
      `select "storeId", count(*)::int as n from follow_up_task where status = 'missed' group by 1 order by 1`,
    );
    expect(shown).toEqual(
      [...STORES.map(({ storeId }) => storeId)].sort().map((storeId) => ({
        storeId,
        n: missed.filter(({ visit }) => visit.storeId === storeId).length,
      })),
    );
  });

  it('recorded nothing twice, on days of the stores, and left no timer', async () => {
    const twice = await query(
      `select type, data->>'taskId' from event where data->>'taskId' is not null group by 1, 2 having count(*) > 1`,
    );
    expect(twice).toEqual([]);
    expect(await query('select * from timer')).toEqual([]);
    const shown = await query<{ visitId: string; day: number; dueOn: string }>(
      'select "visitId", day, "dueOn" from follow_up_task',
    );
    const days = new Map(tasks.map((task) => [nameOf(task), task.dueOn]));
    for (const { visitId, day, dueOn } of shown) expect(days.get(`${visitId} day ${day}`)).toBe(dueOn);
  });

  it('shows the same when its views are built anew', async () => {
    const all = () => query('select * from follow_up_task order by "taskId"');
    const before = await all();
    await followUps.http.post('/operations/views/follow_up_task/rebuild').expect(202);
    await eventually(async () => {
      const { body } = await followUps.http.get('/operations/views');
      expect(body.find(({ name }: { name: string }) => name === 'follow_up_task').generation).toBe(2);
    });
    expect(await all()).toEqual(before);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { DataSource } from 'typeorm';
import { derivedId } from '#libs/event-store';
import { databaseName, withDatabase } from '#libs/service';
import { eventually, freshBaseUrl } from '#libs/testing';
import { openBus, visitTold, type Bus } from './visits-told.js';

const CLIENTS = 250;
const DAY_MS = 24 * 60 * 60 * 1_000;
const NAMES = '0d0c2b7e-52a5-5a0b-bb0e-6d0f0a6f3c11';
const FACTS = { FollowUpPlanned: CLIENTS, TaskFellDue: 3 * CLIENTS, TaskMissed: 3 * CLIENTS };

/** The built service as a process of its own, ended by `kill -9` wherever it happens to be. */
describe('follow-ups, killed again and again', () => {
  const databaseUrl = freshBaseUrl();
  const log = new DataSource({
    type: 'postgres',
    url: withDatabase(databaseUrl, databaseName(databaseUrl, 'follow-ups')),
  });
  let bus: Bus;
  let running: ChildProcess | undefined;

  const begin = (daysAhead: number): ChildProcess =>
    spawn(process.execPath, ['dist/services/follow-ups/src/main.js'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: '0',
        LOG_LEVEL: 'silent',
        LIREN_CLOCK_OFFSET_MS: String(daysAhead * DAY_MS),
      },
    });
  const kill = async (): Promise<void> => {
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  const facts = async (type: keyof typeof FACTS): Promise<number> => {
    if (!log.isInitialized) await log.initialize();
    const sql = 'select count(*)::int as n from event where type = $1';
    return (await log.query<{ n: number }[]>(sql, [type]))[0]!.n;
  };
  /** Lets it run until it has recorded so many facts or more, then kills it. */
  const killedAfter = async (daysAhead: number, type: keyof typeof FACTS, atLeast: number) => {
    running = begin(daysAhead);
    await eventually(async () => expect(await facts(type)).toBeGreaterThanOrEqual(atLeast));
    await kill();
  };

  beforeAll(async () => {
    bus = await openBus(databaseUrl);
  });
  afterAll(async () => {
    await kill();
    if (log.isInitialized) await log.destroy();
    await bus.close();
  });

  it('hears every visit and fires every timer once', async () => {
    const completedAt = new Date().toISOString();
    const visits = Array.from({ length: CLIENTS }, (_, number) => {
      const clientId = derivedId(NAMES, String(number));
      const visitId = derivedId(clientId, 'visit');
      return visitTold({ visitId, clientId, storeId: 'ld-01', timeZone: 'Europe/London', completedAt });
    });
    for (const visit of visits) await bus.tell(visit);
    await killedAfter(0, 'FollowUpPlanned', 1);
    await killedAfter(0, 'FollowUpPlanned', CLIENTS);
    await killedAfter(9, 'TaskFellDue', 1);
    await killedAfter(9, 'TaskMissed', 1);
    const missed = () => bus.heard.filter(({ type }) => type === 'follow-ups.task-missed.v1');
    running = begin(9);
    await eventually(() => expect(new Set(missed().map(({ id }) => id)).size).toBe(FACTS.TaskMissed));
    for (const [type, count] of Object.entries(FACTS)) {
      expect([type, await facts(type as keyof typeof FACTS)]).toEqual([type, count]);
    }
    const twice = await log.query<unknown[]>(
      `select type, coalesce(data->>'taskId', stream) from event group by 1, 2 having count(*) > 1`,
    );
    expect(twice).toEqual([]);
  }, 180_000);
});

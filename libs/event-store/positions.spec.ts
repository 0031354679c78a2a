import type pg from 'pg';
import { Rejection } from '#libs/event-sourcing';
import { freshLog, movableClock, type FreshLog } from '#libs/testing';
import type { EventStore } from './event-store.js';
import { earned, failureOf, points, toStream } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

describe('positions', () => {
  let log: FreshLog;
  beforeEach(async () => {
    log = await freshLog();
  });
  afterEach(() => log.close());

  const appendMany = (store: EventStore, count: number, streams: number): Promise<unknown> =>
    Promise.allSettled(
      Array.from({ length: count }, (_, at) =>
        store.append(
          toStream(`points:${at % streams}`, {
            events: Array.from({ length: 1 + (at % 3) }, () => earned()),
            expected: at % 7 === 0 ? 'noStream' : 'any', // many of these are refused
          }),
        ),
      ),
    );

  it('have no gaps, and versions have none, when three processes append at once', async () => {
    const stores = [1, 2, 3].map(() => log.process().store);
    await Promise.all(stores.map((store) => appendMany(store, 400, 17)));
    const rows = await log.query<{ position: number; stream: string; version: number }>(
      'select position, stream, version from event order by position',
    );
    expect(rows.length).toBeGreaterThan(1_000);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, at) => at + 1));
    const versions = new Map<string, number>();
    for (const { stream, version } of rows) {
      expect([stream, version]).toEqual([stream, (versions.get(stream) ?? 0) + 1]);
      versions.set(stream, version);
    }
    expect(await stores[0]!.head()).toBe(rows.length);
  });

  it('become visible in order: a reader who follows misses nothing', async () => {
    const [reader, ...writers] = [1, 2, 3].map(() => log.process().store);
    let writing = true;
    const written = Promise.all(writers.map((store) => appendMany(store, 600, 50))).finally(
      () => (writing = false),
    );
    const seen: number[] = [];
    for (let last = false; !last;) {
      last = !writing;
      const page = await reader!.readAll(seen.at(-1) ?? 0, 100);
      seen.push(...page.map(({ position }) => position));
      if (page.length > 0) last = false;
    }
    await written;
    expect(seen).toEqual(seen.map((_, at) => at + 1));
    expect(seen).toHaveLength(await reader!.head());
  });

  it('carry a recording time that never goes back, also when the clock does', async () => {
    const clock = movableClock('2026-03-01T12:00:00Z');
    const { store } = log.process({ clock });
    const times: (string | null)[] = [];
    for (const instant of [
      '2026-03-01T12:00:00Z',
      '2026-03-01T11:00:00Z',
      '2025-01-01T00:00:00Z',
      '2026-03-01T12:00:01Z',
    ]) {
      clock.moveTo(instant);
      times.push((await store.append(toStream('points:1'))).recordedAt);
      times.push((await store.append(toStream('points:2', { events: [earned(), earned()] }))).recordedAt);
    }
    expect([...new Set(times)]).toEqual(['2026-03-01T12:00:00.000Z', '2026-03-01T12:00:01.000Z']);
    const recorded = (await store.readAll(0)).map(({ recordedAt }) => recordedAt);
    expect(recorded).toEqual([...recorded].sort());
  });

  it('are found by index on a log that grew from empty, in every way of appending and reading', async () => {
    const { store, pool } = log.process({ connections: 1 }); // its plans are made while the log is empty
    const alone = async (times: number): Promise<void> => {
      for (let at = 0; at < times; at += 1) await store.append(toStream(`points:${at % 40}`));
    };
    const together = (times: number): Promise<unknown> =>
      Promise.all(Array.from({ length: times }, () => store.append(toStream(`points:${uuidv7()}`))));
    const read = async (times: number): Promise<void> => {
      for (let at = 0; at < times; at += 1) {
        await store.readAll(await store.head(), 10);
        await store.readStream('points:1', 1, 1);
        const refusing = (): never => {
          throw new Rejection('never', 'Always refused, so it looks for an earlier answer.');
        };
        await failureOf(store.transact(points, 'new', refusing));
      }
    };
    await read(20);
    await alone(20);
    await together(20);
    const empty = await work(pool);
    for (let at = 0; at < 5; at += 1) await together(1_000);
    const grown = await work(pool);
    await alone(50);
    await together(50);
    await read(50);
    const after = await work(pool);
    expect(after.scans).toBe(empty.scans);
    expect(after.entries).toBeGreaterThan(grown.entries);
    expect(after.entries - grown.entries).toBeLessThan(1_000);
  });
});

/** Sequential scans of the log so far, and entries read from its indexes, told by the connection that did it. */
const work = async (pool: pg.Pool): Promise<{ scans: number; entries: number }> => {
  await pool.query('select pg_stat_force_next_flush()');
  const { rows } = await pool.query<{ scans: number; entries: number }>(
    `select (select seq_scan from pg_stat_user_tables where relname = 'event')::int as scans,
            (select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'event')::int as entries`,
  );
  return rows[0]!;
};

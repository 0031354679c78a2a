import { setTimeout as sleep } from 'node:timers/promises';
import { ignored, type Projection } from '#libs/event-sourcing';
import { eventually, freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import {
  appendPoints,
  balance,
  counted,
  factsSeen,
  follow,
  prepared,
  rowsOf,
  type BalanceRow,
} from '../testing/balance.builders.js';
import { failureOf, type PointsEvent } from '../testing/points.builders.js';
import { tableOf } from './view-tables.js';
import { View } from './view.js';

const signal = () => {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
};

describe('a view that is rebuilt', () => {
  let log: FreshLog;
  let one: LogProcess;
  let other: LogProcess;
  beforeEach(async () => {
    log = await freshLog();
    one = log.process();
    other = log.process();
  });
  afterEach(() => log.close());

  /** Of whatever generation. */
  const tables = async (): Promise<string[]> => {
    const rows = await log.query<{ name: string }>(
      `select tablename as name from pg_tables where tablename like 'balance\\_\\_%' order by name`,
    );
    return rows.map(({ name }) => name);
  };

  it('is the same as before, and nothing is left of the one before', async () => {
    const view = await prepared(one);
    await appendPoints(one, 500);
    await follow(view);
    const before = await rowsOf(log, 'balance');
    await view.rebuild();
    expect(view.status()).toEqual({
      name: 'balance',
      generation: 2,
      position: 600,
      rebuilding: null,
      rebuildFailure: null,
    });
    expect(await rowsOf(log, 'balance')).toEqual(before);
    expect(await tables()).toEqual([tableOf('balance', 2)]);
  });

  it('leaves nothing when it is given up', async () => {
    await appendPoints(one, 6_000, 600);
    await follow(await prepared(one));
    const source = {
      head: () => one.store.head(),
      readAll: (after: number, limit: number) =>
        after === 0 ? one.store.readAll(after, limit) : Promise.reject(new Error('gone')),
    };
    const doomed = new View(other.pool, source, balance);
    await doomed.prepare();
    expect(String(await failureOf(doomed.rebuild()))).toContain('gone');
    expect(await tables()).toEqual([tableOf('balance', 1)]);
  });

  it('leaves nothing when its process dies, once another has started; one under way is left alone', async () => {
    await appendPoints(one, 6_000, 600);
    await follow(await prepared(one));
    const halfWay = signal();
    const goOn = signal();
    const source = {
      head: () => one.store.head(),
      readAll: async (after: number, limit: number) => {
        if (after > 0) halfWay.give();
        if (after > 0) await goOn.given;
        return one.store.readAll(after, limit);
      },
    };
    const doomed = new View(other.pool, source, balance);
    await doomed.prepare();
    const failed = failureOf(doomed.rebuild());
    await halfWay.given;
    const both = [tableOf('balance', 1), tableOf('balance', 2)];
    await prepared(one);
    expect(await tables()).toEqual(both);
    await other.loseConnections(); // with them goes the lock by which others know that it is under way
    await prepared(one);
    expect(await tables()).toEqual([tableOf('balance', 1)]);
    goOn.give();
    await failed;
  });

  it('never looks empty, partial or older to readers, while facts come in and others follow', async () => {
    const view = await prepared(one);
    await appendPoints(one, 1_000, 200);
    await follow(view);
    let busy = true;
    const whileBusy = async (work: () => Promise<unknown>): Promise<void> => {
      while (busy) await work();
    };
    let seen = 0;
    const read = async (): Promise<void> => {
      const promised = view.position;
      const facts = await factsSeen(log);
      if (facts < Math.max(seen, promised)) throw new Error(`${facts} after ${seen}, promised ${promised}`);
      seen = facts;
    };
    const others = [read, () => view.tick(), () => appendPoints(other, 40)].map(whileBusy);
    for (let at = 0; at < 12; at += 1) await view.rebuild();
    busy = false;
    await Promise.all(others);
    await follow(view);
    expect(await factsSeen(log)).toBe(await one.store.head());
    const live = await rowsOf(log, 'balance');
    await view.rebuild();
    expect(await rowsOf(log, 'balance')).toEqual(live);
  });

  it('is found by another process that follows it', async () => {
    const [view, elsewhere] = [await prepared(one), await prepared(other)];
    await appendPoints(one, 100);
    await follow(view, elsewhere);
    await view.rebuild();
    await appendPoints(one, 100);
    await follow(elsewhere);
    expect(elsewhere.status()).toMatchObject({ generation: 2, position: 240 });
    expect(await factsSeen(log)).toBe(240);
  });

  it('by two processes at the same time is still right', async () => {
    const views = [await prepared(one), await prepared(other)];
    await appendPoints(one, 1_500, 300);
    await Promise.all(views.map((view) => view.rebuild()));
    await follow(...views);
    expect(await factsSeen(log)).toBe(1_800);
  });

  it('stays as it is when the rebuild crashes half-way, and the next rebuild works', async () => {
    await appendPoints(one, 6_000, 600);
    const view = await prepared(one);
    const breaks: Promise<void>[] = [];
    let crashing = false;
    const source = {
      head: () => one.store.head(),
      readAll: async (after: number, limit: number) => {
        const events = await one.store.readAll(after, limit);
        const soon = crashing && after > 0 ? Array.from({ length: 20 }, (_, ms) => ms) : [];
        breaks.push(...soon.map((ms) => sleep(ms).then(() => other.loseConnections())));
        return events; // what is read is folded at once, while connections break
      },
    };
    const doomed = new View(other.pool, source, balance);
    await doomed.prepare();
    const whole = await rowsOf(log, 'balance');
    crashing = true;
    await failureOf(doomed.rebuild());
    crashing = false;
    await Promise.all(breaks);
    expect(doomed.status().rebuilding).toBeNull();
    expect(await rowsOf(log, 'balance')).toEqual(whole);
    await eventually(() => doomed.rebuild()); // a broken connection is noticed when it is used
    expect(await rowsOf(log, 'balance')).toEqual(whole);
    await appendPoints(one, 10);
    await follow(view);
    expect(await factsSeen(log)).toBe(7_212);
  });

  describe('because its shape has changed', () => {
    const wider: Projection<PointsEvent, BalanceRow & { note: string }> = {
      ...balance,
      columns: { ...balance.columns, note: 'text' },
      on: {
        PointsEarned: ({ stream, data }, rows) =>
          rows.set(stream, { ...counted(rows.get(stream), stream, data.points), note: 'new' }),
        PointsRedeemed: ignored,
      },
    };

    it('is so before it is used', async () => {
      await appendPoints(one, 30);
      await follow(await prepared(one));
      const today = await prepared(other, wider);
      expect(today.status()).toEqual({
        name: 'balance',
        generation: 2,
        position: 36,
        rebuilding: null,
        rebuildFailure: null,
      });
      const notes = await log.query<{ note: string }>('select note from balance');
      expect(notes.map(({ note }) => note)).toEqual(Array.from({ length: 7 }, () => 'new'));
    });

    it('is left alone by a process that knows only the old shape', async () => {
      await appendPoints(one, 30);
      const yesterday = await prepared(one);
      await follow(yesterday);
      const today = await prepared(other, wider);
      await appendPoints(one, 30);
      expect(String(await failureOf(follow(yesterday)))).toContain('View balance has another shape by now');
      await follow(today);
      expect(today.position).toBe(72);
      expect(await log.query('select from balance where note is null')).toEqual([]);
    });
  });
});

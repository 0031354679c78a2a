import { setTimeout as sleep } from 'node:timers/promises';
import { ignored, type Projection } from '#libs/event-sourcing';
import { freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import { earned, failureOf, redeemed, toStream, type PointsEvent } from '../testing/points.builders.js';
import type { LogSource } from './log-source.js';
import { tableOf } from './view-tables.js';
import { View } from './view.js';

interface BalanceRow {
  member: string;
  balance: number;
  facts: number;
}

const points_: Projection<PointsEvent, BalanceRow> = {
  name: 'balance',
  columns: { member: 'text', balance: 'bigint not null', facts: 'integer not null' },
  key: 'member',
  reads: ({ stream }) => [stream],
  on: {
    PointsEarned: ({ stream, data }, rows) => rows.set(stream, counted(rows.get(stream), stream, data.points)),
    PointsRedeemed: ({ stream, data }, rows) => rows.set(stream, counted(rows.get(stream), stream, -data.points)),
  },
};

/** Adds, where a real view sets: whatever is folded twice or never shows in the number of facts. */
const counted = (row: BalanceRow | undefined, member: string, points: number): BalanceRow => ({
  member,
  balance: (row?.balance ?? 0) + points,
  facts: (row?.facts ?? 0) + 1,
});

describe('a view', () => {
  let log: FreshLog;
  let one: LogProcess;
  let other: LogProcess;
  beforeEach(async () => {
    log = await freshLog();
    one = log.process();
    other = log.process();
  });
  afterEach(() => log.close());

  const append = async (facts: number, members = 7): Promise<void> => {
    const events = (at: number): PointsEvent[] => (at % 5 === 0 ? [redeemed(1), earned(2)] : [earned(at)]);
    const requests = Array.from({ length: facts }, (_, at) => toStream(`points:${at % members}`, { events: events(at) }));
    await Promise.all(requests.map((request) => one.store.append(request)));
  };
  const viewOf = ({ pool, store }: LogProcess, projection: Projection<PointsEvent, never> = points_ as never): View =>
    new View(pool, store, projection as never);
  const prepared = async (process: LogProcess): Promise<View> => {
    const view = viewOf(process);
    await view.prepare();
    return view;
  };
  const follow = async (view: View): Promise<void> => {
    while (await view.tick());
  };
  const factsSeen = async (): Promise<number> => {
    const [row] = await log.query<{ facts: number }>('select coalesce(sum(facts), 0)::int as facts from balance');
    return row!.facts;
  };
  const rowsOf = (table: string): Promise<object[]> => log.query(`select * from ${table} order by member`);

  it('is there, empty, before the first fact', async () => {
    const view = await prepared(one);
    expect(await factsSeen()).toBe(0);
    expect(view.status()).toEqual({ name: 'balance', generation: 1, position: 0, rebuilding: null });
  });

  it('follows the log page by page, each fact once', async () => {
    const view = await prepared(one);
    await append(2_500);
    await follow(view);
    expect(view.position).toBe(await one.store.head());
    expect(await factsSeen()).toBe(await one.store.head());
  });

  it('goes on where it was after a restart', async () => {
    await append(20);
    await follow(await prepared(one));
    await append(20);
    const again = await prepared(other);
    expect(again.position).toBe(24);
    await follow(again);
    expect(await factsSeen()).toBe(48);
  });

  it('stops at a fact it has no case for, and says so', async () => {
    const view = await prepared(one);
    const fact = { ...earned(), type: 'PointsForgotten' };
    await one.store.append(toStream('points:1', { events: [fact] }));
    expect(String(await failureOf(view.tick()))).toContain('View balance has no case for PointsForgotten.');
    expect(view.position).toBe(0);
  });

  it('loses rows and sets them again within one page', async () => {
    const last: Projection<PointsEvent, { member: string; points: number }> = {
      name: 'last',
      columns: { member: 'text', points: 'bigint not null' },
      key: 'member',
      on: {
        PointsEarned: ({ stream, data }, rows) => rows.set(stream, { member: stream, points: data.points }),
        PointsRedeemed: ({ stream }, rows) => rows.delete(stream),
      },
    };
    const view = viewOf(one, last as never);
    await view.prepare();
    await one.store.append(toStream('points:1', { events: [earned(1), redeemed(), earned(3)] }));
    await one.store.append(toStream('points:2', { events: [earned(1), redeemed()] }));
    await follow(view);
    expect(await rowsOf('last')).toEqual([{ member: 'points:1', points: 3 }]);
  });

  it('applies no fact twice when two processes follow it', async () => {
    const views = [await prepared(one), await prepared(other)];
    const writing = append(3_000);
    await Promise.all([writing, ...views.map(async (view) => {
      for (let at = 0; at < 60; at += 1) await view.tick();
    })]);
    await Promise.all(views.map(follow));
    expect(await factsSeen()).toBe(await one.store.head());
    expect(views.map(({ position }) => position)).toEqual([3_600, 3_600]);
  });

  it('is made once when two processes start on an empty database', async () => {
    const views = await Promise.all([prepared(one), prepared(other)]);
    await append(50);
    await Promise.all(views.map(follow));
    expect(await factsSeen()).toBe(60);
  });

  it('goes on after its connections broke in the middle of a page', async () => {
    const breaking: LogSource = {
      head: () => one.store.head(),
      readAll: async (after, limit) => {
        const events = await one.store.readAll(after, limit);
        void sleep(1).then(() => one.loseConnections());
        return events;
      },
    };
    const view = await prepared(one);
    await append(1_200);
    const unlucky = new View(one.pool, breaking, points_ as never);
    await unlucky.prepare();
    for (let at = 0; at < 5; at += 1) await unlucky.tick().catch(() => undefined);
    await follow(view);
    expect(await factsSeen()).toBe(await one.store.head());
  });

  describe('rebuilt', () => {
    it('is the same as before, and the one before is kept', async () => {
      const view = await prepared(one);
      await append(500);
      await follow(view);
      await view.rebuild();
      expect(view.status()).toEqual({ name: 'balance', generation: 2, position: 600, rebuilding: null });
      expect(await rowsOf(tableOf('balance', 2))).toEqual(await rowsOf(tableOf('balance', 1)));
      expect(await rowsOf('balance')).toEqual(await rowsOf(tableOf('balance', 2)));
    });

    it('never looks empty, partial or older to readers, while facts come in and others follow', async () => {
      const view = await prepared(one);
      await append(1_000);
      await follow(view);
      let busy = true;
      const reading = (async () => {
        let seen = 0;
        while (busy) {
          const promised = view.position;
          const facts = await factsSeen();
          if (facts < Math.max(seen, promised)) throw new Error(`${facts} facts after ${seen}, promised ${promised}`);
          seen = facts;
        }
      })();
      const following = (async () => {
        while (busy) await view.tick();
      })();
      const writing = (async () => {
        while (busy) await append(40);
      })();
      for (let at = 0; at < 12; at += 1) await view.rebuild();
      busy = false;
      await Promise.all([reading, following, writing]);
      await follow(view);
      expect(await factsSeen()).toBe(await one.store.head());
      const live = await rowsOf('balance');
      await view.rebuild();
      expect(await rowsOf('balance')).toEqual(live);
    });

    it('is found by another process that follows it', async () => {
      const views = [await prepared(one), await prepared(other)];
      await append(100);
      await Promise.all(views.map(follow));
      await views[0]!.rebuild();
      await append(100);
      await follow(views[1]!);
      await follow(views[1]!);
      expect(views[1]!.status()).toMatchObject({ generation: 2, position: 240 });
      expect(await factsSeen()).toBe(240);
    });

    it('by two processes at the same time is still right', async () => {
      const views = [await prepared(one), await prepared(other)];
      await append(6_000);
      await Promise.all(views.map((view) => view.rebuild()));
      await Promise.all(views.map(follow));
      await Promise.all(views.map(follow));
      expect(await factsSeen()).toBe(await one.store.head());
    });

    it('leaves the live one as it is when it crashes half-way, and the next time works', async () => {
      await append(6_000, 50);
      const view = await prepared(one);
      await follow(view);
      let pages = 0;
      const breaking: LogSource = {
        head: () => other.store.head(),
        readAll: async (after, limit) => {
          pages += 1;
          if (pages === 2) await other.loseConnections();
          return other.store.readAll(after, limit);
        },
      };
      const doomed = new View(other.pool, breaking, points_ as never);
      await doomed.prepare();
      pages = 0;
      const whole = await rowsOf('balance');
      await doomed.rebuild().catch(() => undefined);
      await eventuallyGone(doomed);
      expect(await rowsOf('balance')).toEqual(whole);
      await doomed.rebuild();
      expect(await rowsOf('balance')).toEqual(whole);
      await append(10);
      await follow(view);
      await follow(view);
      expect(await factsSeen()).toBe(await one.store.head());
    });
  });

  describe('whose shape has changed', () => {
    const wider: Projection<PointsEvent, BalanceRow & { note: string }> = {
      ...points_,
      columns: { ...points_.columns, note: 'text not null' },
      on: {
        PointsEarned: ({ stream, data }, rows) =>
          rows.set(stream, { ...counted(rows.get(stream), stream, data.points), note: 'new' }),
        PointsRedeemed: ignored,
      },
    };

    it('is rebuilt before it is used', async () => {
      await append(30);
      await follow(await prepared(one));
      const today = viewOf(other, wider as never);
      await today.prepare();
      expect(today.status()).toMatchObject({ generation: 2, position: 36, rebuilding: null });
      const rows = await log.query<{ note: string }>('select note from balance');
      expect(rows.map(({ note }) => note)).toEqual(Array.from({ length: 7 }, () => 'new'));
    });

    it('is left alone by a process that knows only the old shape', async () => {
      await append(30);
      const old = await prepared(one);
      await follow(old);
      const today = viewOf(other, wider as never);
      await today.prepare();
      await append(30);
      const failures = [await failureOf(follow(old).then(() => old.tick())), await failureOf(old.tick())];
      expect(String(failures.at(-1))).toContain('View balance has another shape by now');
      expect(today.position).toBe(36);
      await follow(today);
      expect(today.position).toBe(72);
    });
  });
});

/** Until a rebuild that failed has ended its own way. */
const eventuallyGone = async (view: View): Promise<void> => {
  while (view.status().rebuilding !== null) await sleep(5);
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { Projection } from '#libs/event-sourcing';
import { eventually, freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import { appendPoints, balance, factsSeen, follow, prepared, rowsOf } from '../testing/balance.builders.js';
import { earned, failureOf, redeemed, toStream, type PointsEvent } from '../testing/points.builders.js';

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

  it('is there, empty, before the first fact', async () => {
    const view = await prepared(one);
    expect(await factsSeen(log)).toBe(0);
    expect(view.status()).toEqual({
      name: 'balance',
      generation: 1,
      position: 0,
      rebuilding: null,
      rebuildFailure: null,
    });
  });

  it('follows the log page by page, each fact once', async () => {
    const view = await prepared(one);
    await appendPoints(one, 2_500, 300);
    await follow(view);
    expect(view.position).toBe(await one.store.head());
    expect(await factsSeen(log)).toBe(3_000);
  });

  it('goes on where it was after a restart', async () => {
    await appendPoints(one, 20);
    await follow(await prepared(one));
    await appendPoints(one, 20);
    const again = await prepared(other);
    expect(again.position).toBe(24);
    await follow(again);
    expect(await factsSeen(log)).toBe(48);
  });

  it('stops at a fact it has no case for, and says so', async () => {
    const view = await prepared(one);
    const fact = { ...earned(), type: 'PointsForgotten' };
    await one.store.append(toStream('points:1', { events: [fact] }));
    expect(String(await failureOf(view.tick()))).toContain('View balance has no case for PointsForgotten.');
    expect(view.position).toBe(0);
  });

  it('follows the categories it names, and passes over all others', async () => {
    const view = await prepared(one, { ...balance, of: ['points'] });
    await appendPoints(one, 5);
    await one.store.append(toStream('weather:today', { events: [{ ...earned(), type: 'SunShone' }] }));
    await follow(view);
    expect(await factsSeen(log)).toBe(6);
    expect(view.position).toBe(await one.store.head());
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
    const view = await prepared(one, last);
    await one.store.append(toStream('points:1', { events: [earned(1), redeemed(), earned(3)] }));
    await one.store.append(toStream('points:2', { events: [earned(1), redeemed()] }));
    await follow(view);
    expect(await rowsOf(log, 'last')).toEqual([{ member: 'points:1', points: 3 }]);
  });

  it('keeps nothing as null, in columns of JSON too', async () => {
    const last: Projection<PointsEvent, { member: string; why: object | null }> = {
      name: 'last',
      columns: { member: 'text', why: 'jsonb' },
      key: 'member',
      on: {
        PointsEarned: ({ stream }, rows) => rows.set(stream, { member: stream, why: null }),
        PointsRedeemed: ({ stream }, rows) => rows.set(stream, { member: stream, why: { spent: true } }),
      },
    };
    const view = await prepared(one, last);
    await one.store.append(toStream('points:1', { events: [earned(1)] }));
    await one.store.append(toStream('points:2', { events: [earned(1), redeemed()] }));
    await follow(view);
    expect(await log.query('select member from last where why is null')).toEqual([{ member: 'points:1' }]);
  });

  it('applies no fact twice when two processes follow it', async () => {
    const views = [await prepared(one), await prepared(other)];
    const following = views.map(async (view) => {
      for (let at = 0; at < 60; at += 1) await view.tick();
    });
    await Promise.all([appendPoints(one, 3_000, 200), ...following]);
    await follow(...views);
    expect(await factsSeen(log)).toBe(3_600);
    expect(views.map(({ position }) => position)).toEqual([3_600, 3_600]);
  });

  it('is made once when two processes start on an empty database', async () => {
    const views = await Promise.all([prepared(one), prepared(other)]);
    await appendPoints(one, 50);
    await follow(...views);
    expect(await factsSeen(log)).toBe(60);
    expect(views.map((view) => view.status().generation)).toEqual([1, 1]);
  });

  it('goes on after its connections broke in the middle of a page', async () => {
    const view = await prepared(one);
    await appendPoints(one, 1_200, 200);
    for (let ms = 0; ms < 8; ms += 1) {
      const breaking = sleep(ms).then(() => one.loseConnections());
      await view.tick().catch(() => undefined);
      await breaking;
    }
    await eventually(() => follow(view)); // as its loop does: a broken connection is noticed when it is used
    expect(await factsSeen(log)).toBe(1_440);
  });
});

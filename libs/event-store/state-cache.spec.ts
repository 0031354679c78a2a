import type { Aggregate } from '#libs/event-sourcing';
import { freshLog, type FreshLog } from '#libs/testing';
import { earned, NOON, points, toStream, type Points, type PointsEvent } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

describe('folded states in memory', () => {
  let log: FreshLog;
  beforeAll(async () => {
    log = await freshLog();
  });
  afterAll(() => log.close());

  /** Counts the facts it folds. */
  const counting = (): { aggregate: Aggregate<Points, PointsEvent>; folded: () => number } => {
    let folded = 0;
    const evolve = (state: Points, event: PointsEvent): Points => {
      folded += 1;
      return points.evolve(state, event);
    };
    return { aggregate: { ...points, evolve }, folded: () => folded };
  };

  it('spare reading a stream again', async () => {
    const { store } = log.process();
    const { aggregate, folded } = counting();
    const id = uuidv7();
    await store.append(toStream(`points:${id}`, { events: Array.from({ length: 30 }, () => earned()) }));
    for (let at = 0; at < 5; at += 1) await store.transact(aggregate, id, () => [earned()]);
    expect(folded()).toBe(35);
  });

  it('are no more than they may be; the least recently used are folded again', async () => {
    const { store } = log.process({ cachedStates: 3 });
    const { aggregate, folded } = counting();
    const ids = Array.from({ length: 5 }, () => uuidv7());
    for (const id of ids) await store.transact(aggregate, id, () => [earned()]);
    expect(folded()).toBe(5);
    await store.transact(aggregate, ids[4]!, () => [earned()]);
    expect(folded()).toBe(6);
    await store.transact(aggregate, ids[0]!, () => [earned()]);
    expect(folded()).toBe(8);
  });

  it('may be none', async () => {
    const { store } = log.process({ cachedStates: 0 });
    const { aggregate, folded } = counting();
    const id = uuidv7();
    for (let at = 0; at < 3; at += 1) await store.transact(aggregate, id, () => [earned()]);
    expect(folded()).toBe(1 + 2 + 3);
  });

  it('are the same as folded from the log', async () => {
    const { store } = log.process();
    const kept: Aggregate<readonly unknown[], PointsEvent> = {
      category: 'kept',
      initial: [],
      evolve: (state, { data, occurredAt }) => [...state, data, occurredAt],
    };
    const id = uuidv7();
    const odd = {
      type: 'PointsEarned',
      data: { points: 1, note: undefined, zero: -0 },
      occurredAt: '2026-03-01T20:00:00+08:00',
    };
    await store.transact(kept, id, () => [odd as PointsEvent]);
    const remembered: unknown[] = [];
    await store.transact(kept, id, (state) => (remembered.push(...state), []));
    const { state } = await log.process().store.load(kept, id);
    expect(JSON.stringify(remembered)).toEqual(JSON.stringify(state));
    expect(state).toEqual([{ points: 1, zero: 0 }, NOON]);
  });
});

import fc from 'fast-check';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import type { DataOf } from '#libs/contracts';
import type { DomainEvent } from '#libs/event-sourcing';
import { uuidv7 } from '#libs/event-store';
import { eventually, freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import { noTraces } from '#libs/tracing';
import { kept, tell, type Publisher } from './publisher.js';
import { Relay } from './relay.js';
import { aStoreOpened } from './testing/stores.builders.js';
import { wire, type Wire } from './testing/wire.js';

type StoreEvent =
  DomainEvent<'StoreOpened', DataOf<typeof storeOpened>> | DomainEvent<'StorePainted', object>;

const publisher: Publisher<StoreEvent> = {
  StoreOpened: ({ data }) => tell(storeOpened, data),
  StorePainted: kept,
};

const opened = (storeId = 'sh-01', more: object = {}): StoreEvent => ({
  type: 'StoreOpened',
  data: { ...(aStoreOpened(storeId).data as DataOf<typeof storeOpened>), ...more },
  occurredAt: '2026-03-01T09:00:00.000Z',
});
const painted: StoreEvent = { type: 'StorePainted', data: {}, occurredAt: '2026-03-01T09:00:00.000Z' };

describe('a relay', () => {
  let log: FreshLog;
  let here: LogProcess;
  let bus: Wire;
  const relays: Relay[] = [];
  beforeEach(async () => {
    log = await freshLog();
    here = log.process();
    bus = wire();
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    await log.close();
  });

  const append = (...events: StoreEvent[]) =>
    here.store.append({
      context: { commandId: uuidv7() },
      streams: [{ stream: `store:${uuidv7()}`, expected: 'any', events }],
    });
  const relayOf = ({ store }: LogProcess, told: Publisher<StoreEvent> = publisher): Relay => {
    const options = { service: 'stores', source: '/liren/test/stores', url: log.url, traces: noTraces };
    const relay = new Relay(store, bus, told as Publisher<never>, options);
    relays.push(relay);
    return relay;
  };
  /** Ticks as a loop does: again and again, also after errors, until there is nothing more. */
  const run = async (relay: Relay, mostTicks = 100): Promise<unknown[]> => {
    const errors: unknown[] = [];
    for (let ticks = 0; ticks < mostTicks; ticks += 1) {
      const more = await relay.tick().catch((error: unknown) => errors.push(error) > 0);
      if (!more) break;
    }
    return errors;
  };
  const positions = (): number[] => bus.sent.map(({ position }) => position);
  const told = (): number[] => [...new Set(positions())];
  const checkpoint = async (): Promise<number> =>
    (await log.query<{ position: number }>('select position from relay'))[0]!.position;
  const takeOver = (standby: Relay): Promise<void> =>
    eventually(async () => {
      await run(standby);
      expect(told()).toHaveLength((await here.store.readAll(0)).length);
    });
  const loseLeader = (): Promise<object[]> =>
    log.query(`select pg_terminate_backend(pid) from pg_locks
                where locktype = 'advisory' and objid = 4921 and database = (
                  select oid from pg_database where datname = current_database())`);

  it('tells facts in their order, as messages, and passes over those that are kept', async () => {
    await append(opened('sh-01'), painted, opened('sh-02'));
    await run(relayOf(here));
    const [fact] = await here.store.readAll(0);
    expect(bus.topics).toEqual(['liren.stores.v1']);
    expect(positions()).toEqual([1, 3]);
    expect(bus.sent[0]).toEqual({
      id: fact!.id,
      type: 'stores.store-opened.v1',
      source: '/liren/test/stores',
      subject: fact!.stream,
      time: fact!.occurredAt,
      recordedAt: fact!.recordedAt,
      position: 1,
      key: 'sh-01',
      correlationId: fact!.correlationId,
      causationId: null,
      data: fact!.data,
    });
    expect(await checkpoint()).toBe(3);
  });

  it('goes on after its checkpoint, and moves it past facts that tell nothing', async () => {
    await append(opened());
    const first = relayOf(here);
    await run(first);
    await first.stop();
    await append(painted, painted);
    await run(relayOf(log.process()));
    expect(positions()).toEqual([1]);
    expect(await checkpoint()).toBe(3);
  });

  it('loses nothing and keeps the order, wherever it breaks', async () => {
    await append(...Array.from({ length: 1_800 }, (_, at) => (at % 3 === 0 ? painted : opened())));
    const facts = (await here.store.readAll(0, 2_000)).filter(({ type }) => type === 'StoreOpened');
    const failure = fc.constantFrom('before' as const, 'after' as const, undefined);
    await fc.assert(
      fc.asyncProperty(fc.array(failure, { maxLength: 12 }), async (failures) => {
        await log.query('update relay set position = 0');
        bus = wire();
        const left = [...failures];
        bus.failing = () => left.shift();
        const relay = relayOf(here);
        await run(relay);
        await relay.stop();
        expect(told()).toEqual(facts.map(({ position }) => position));
        // It only ever goes back to a checkpoint, and from there in order again.
        positions().forEach((position, at, all) => {
          if (at > 0 && position <= all[at - 1]!) expect((position - 1) % 500).toBeLessThan(2);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('tells again what it had sent when it dies before its checkpoint', async () => {
    await append(opened(), opened());
    const dying = {
      ...here,
      store: Object.create(here.store, { pool: { value: failingToMove(here) } }) as typeof here.store,
    };
    expect(await run(relayOf(dying), 1)).toHaveLength(1);
    await run(relayOf(log.process()));
    expect(positions()).toEqual([1, 2, 1, 2]);
  });

  it('leads alone, and another takes over when its connection breaks', async () => {
    const [leader, standby] = [relayOf(here), relayOf(log.process())];
    await append(opened());
    await run(leader);
    await append(opened());
    expect(await standby.tick()).toBe(false);
    expect(positions()).toEqual([1]);
    await loseLeader();
    await takeOver(standby);
    expect(positions()).toEqual([1, 2]);
    await append(opened());
    expect(await leader.tick()).toBe(false);
    await run(standby);
    expect(positions()).toEqual([1, 2, 3]);
  });

  it('keeps its connection while it stands by, and asks about once a second however often it is woken', async () => {
    const [leader, standby] = [relayOf(here), relayOf(log.process())];
    await leader.tick();
    const asked = new Set<string>();
    const began = performance.now();
    for (let wakes = 0; wakes < 20; wakes += 1) {
      expect(await standby.tick()).toBe(false);
      const sessions = await log.query<{ session: string }>(
        `select pid || ' at ' || query_start as session from pg_stat_activity
          where datname = current_database() and query like 'select pg_try_advisory_lock(4921)%'`,
      );
      expect(sessions).toHaveLength(2);
      for (const { session } of sessions) asked.add(session);
    }
    const seconds = (performance.now() - began) / 1_000;
    expect(asked.size).toBeLessThanOrEqual(2 + seconds); // each of them once at first
  });

  it('cannot move the checkpoint once another has taken over, even while it is sending', async () => {
    const [leader, standby] = [relayOf(here), relayOf(log.process())];
    await append(opened());
    await run(leader);
    await append(opened());
    bus.failing = () => {
      bus.failing = () => undefined;
      takingOver = loseLeader().then(() => run(standby));
      return undefined;
    };
    let takingOver: Promise<unknown> = Promise.resolve();
    const outcome = await leader.tick().catch((error: unknown) => String(error));
    await takingOver;
    expect([false, 'Error: Another relay has taken over.']).toContain(outcome);
    await append(opened());
    await takeOver(standby);
    expect(await checkpoint()).toBe(3);
    expect(told()).toEqual([1, 2, 3]);
  });

  it('leads the next time when taking the lead failed half-way', async () => {
    await append(opened());
    const relay = relayOf(here);
    await log.query('alter table relay rename to away');
    expect(await run(relay, 1)).toHaveLength(1);
    await log.query('alter table away rename to relay');
    expect(await run(relay)).toEqual([]);
    expect(positions()).toEqual([1]);
  });

  it('stops at a fact that would break its contract, and says which and why', async () => {
    await append(opened('sh-01'), opened('sh-02'), opened('sh-03', { grade: 'Z' }), opened('sh-04'));
    const [error] = await run(relayOf(here), 2);
    expect(String(error)).toMatch(/StoreOpened .* at position 3 .* stores\.store-opened\.v1/s);
    expect(String(error)).toContain('grade');
    expect(told()).toEqual([1, 2]);
    expect(await checkpoint()).toBe(2);
    const mended: Publisher<StoreEvent> = {
      ...publisher,
      StoreOpened: ({ data }) => tell(storeOpened, { ...data, grade: 'C' }),
    };
    await relays[0]!.stop();
    await run(relayOf(log.process(), mended));
    expect(told()).toEqual([1, 2, 3, 4]);
  });

  it('closes what it opened when it stops', async () => {
    await append(opened());
    const relay = relayOf(here);
    await run(relay);
    expect(bus.open()).toBe(1);
    await relay.stop();
    expect(bus.open()).toBe(0);
    await append(opened());
    await run(relayOf(log.process()));
    expect(positions()).toEqual([1, 2]);
  });
});

const failingToMove = ({ pool }: LogProcess): LogProcess['pool'] =>
  new Proxy(pool, {
    get: (target, property) => {
      if (property !== 'query') return Reflect.get(target, property) as unknown;
      return (query: string | { name?: string }, values?: unknown[]) =>
        typeof query === 'object' && query.name === 'relay-move'
          ? Promise.reject(new Error('died'))
          : target.query(query as string, values);
    },
  });

import { commandContext, type CommandContext } from '#libs/event-store';
import { eventually, freshDatabaseUrl, freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import { PostgresTransport } from './postgres/postgres-transport.js';
import { hand, type Hand } from './testing/hand.js';
import { learns, listener } from './testing/listener.js';
import { aStoreOpened } from './testing/stores.builders.js';

describe('a service that listens', () => {
  let log: FreshLog;
  let here: LogProcess;
  let bus: Hand;
  beforeEach(async () => {
    log = await freshLog();
    here = log.process();
    bus = hand();
  });
  afterEach(() => log.close());

  const learned = async (): Promise<string[]> =>
    (await here.store.readAll(0)).map(({ data }) => (data as { storeId: string }).storeId);

  it('takes each message in a command context of its own, the same whenever the message comes', async () => {
    const contexts: CommandContext[] = [];
    await listener(here, bus, { each: async () => contexts.push(commandContext()) });
    const message = aStoreOpened();
    await bus.give([message]);
    await bus.give([aStoreOpened()]);
    await bus.give([message], { partition: 1, nextOffset: 1 }); // where nobody remembers it
    const [one, other, again] = contexts;
    const { correlationId, source, id } = message;
    expect(one).toMatchObject({ correlationId, actor: source, causationId: id });
    expect(other!.commandId).not.toBe(one!.commandId);
    expect(again).toEqual(one);
  });

  it('skips what it has heard, also after a restart, and what comes twice in one batch', async () => {
    let taken = 0;
    const each = async (): Promise<number> => (taken += 1);
    const [one, two, three] = [aStoreOpened(), aStoreOpened(), aStoreOpened()];
    await listener(here, bus, { each });
    await bus.give([one, two, one, two]);
    await bus.give([one]);
    await bus.give([two, three]);
    await listener(log.process(), bus, { each });
    await bus.give([one, two, three]);
    expect(taken).toBe(3);
  });

  it('tells the sources apart, which count for themselves', async () => {
    const sources: string[] = [];
    await listener(here, bus, { each: async ({ source }) => sources.push(source) });
    const from = (source: string, position: number) => aStoreOpened('sh-01', { source, position });
    await bus.give([from('/liren/chain/stores', 9), from('/liren/node-2/stores', 4)]);
    await bus.give([from('/liren/node-2/stores', 5), from('/liren/chain/stores', 9)]);
    expect(sources).toEqual(['/liren/chain/stores', '/liren/node-2/stores', '/liren/node-2/stores']);
  });

  it('keeps the order of a key, and lets other keys pass a slow one', async () => {
    const done: string[] = [];
    let quickOnesAreDone = (): void => undefined;
    const quickOnes = new Promise<void>((resolve) => (quickOnesAreDone = resolve));
    const each = async ({ key, position }: { key: string; position: number }): Promise<void> => {
      if (key === 'slow') await quickOnes;
      done.push(`${key} ${position}`);
      if (position === 4) quickOnesAreDone();
    };
    await listener(here, bus, { each });
    const at = (key: string, position: number) => aStoreOpened(key, { position });
    await bus.give([at('slow', 1), at('quick', 2), at('slow', 3), at('quick', 4)]);
    expect(done).toEqual(['quick 2', 'quick 4', 'slow 1', 'slow 3']);
  });

  it('passes over contracts that nobody takes, and remembers that it did', async () => {
    await listener(here, bus, { each: learns(here) });
    await bus.give([aStoreOpened('sh-01', { type: 'stores.store-closed.v1' })]);
    expect(await learned()).toEqual([]);
    expect(await bus.members[0]!.resumeAt('liren.stores.v1', 0)).toBe('1');
  });

  it('says that it has not heard what is on the bus, until it has', async () => {
    const topic = 'liren.stores.v1';
    const bus = { ...hand(), ends: async () => [{ topic, partition: 0, nextOffset: 2 }] };
    const service = await listener(here, bus, { each: learns(here) });
    expect(await service.unheardOf([topic], 0)).toEqual(new Map([[topic, 'not-heard']]));
    const waiting = service.unheardOf([topic], 20_000);
    await bus.give([aStoreOpened('sh-01'), aStoreOpened('sh-02')]);
    expect(await waiting).toEqual(new Map());
    expect(await learned()).toHaveLength(2);
  });

  it('has one effect when it dies between the effect and the position', async () => {
    const dying: LogProcess = { ...here, pool: dyingAfterEffect(here) };
    const messages = ['sh-01', 'sh-02', 'sh-01'].map((store) => aStoreOpened(store));
    await listener(dying, bus, { each: learns(here) });
    await expect(bus.give(messages)).rejects.toThrow('died');
    expect((await learned()).sort()).toEqual(['sh-01', 'sh-01', 'sh-02']);
    await listener(log.process(), bus, { each: learns(here) });
    await bus.give(messages, { nextOffset: 3 });
    expect(await learned()).toHaveLength(3);
  });

  it('has one effect when two members are given the same batch', async () => {
    const there = log.process();
    const messages = ['sh-01', 'sh-02', 'sh-01'].map((store) => aStoreOpened(store));
    await listener(here, bus, { each: learns(here) });
    await listener(there, bus, { each: learns(there) });
    const given = [0, 1].map((member) => bus.give(messages, { nextOffset: 3, member }));
    const outcomes = await Promise.allSettled(given);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(await learned()).toHaveLength(3);
  });

  it('hears every message once in effect while its connections break', async () => {
    const transport = await PostgresTransport.connect(await freshDatabaseUrl());
    const sent = Array.from({ length: 300 }, (_, at) => aStoreOpened(`sh-${at % 20}`));
    const service = await listener(here, transport, { each: learns(here) });
    const producer = await transport.producer();
    for (let page = 0; page < 10; page += 1) {
      await producer.send('liren.stores.v1', sent.slice(page * 30, page * 30 + 30));
      await here.loseConnections();
    }
    await eventually(async () => expect(await log.process().store.head()).toBe(300));
    await service.stop();
    await transport.close();
    expect(await service.parking.list()).toEqual([]);
    const causes = (await here.store.readAll(0)).map(({ commandId }) => commandId);
    expect(new Set(causes).size).toBe(300);
  });
});

/** A pool over which everything works but the writing of how far it has heard. */
const dyingAfterEffect = ({ pool }: LogProcess): LogProcess['pool'] =>
  new Proxy(pool, {
    get: (target, property) => {
      if (property !== 'query') return Reflect.get(target, property) as unknown;
      return (query: string | { name?: string }, values?: unknown[]) => {
        if (typeof query === 'object' && query.name === 'heard') return Promise.reject(new Error('died'));
        return target.query(query as string, values);
      };
    },
  });

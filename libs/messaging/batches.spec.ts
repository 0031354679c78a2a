import type pg from 'pg';
import type { Message } from '#libs/contracts';
import { eventually, freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import { hand, type Hand } from './testing/hand.js';
import { listener } from './testing/listener.js';
import { aStoreOpened } from './testing/stores.builders.js';

describe('messages taken in batches', () => {
  let log: FreshLog;
  let here: LogProcess;
  let bus: Hand;
  let poison: string | undefined;
  beforeEach(async () => {
    log = await freshLog();
    await log.query('create table kept (store text, id text)');
    here = log.process();
    bus = hand();
    poison = undefined;
  });
  afterEach(() => log.close());

  const keep = async (messages: readonly Message[], transaction: pg.PoolClient): Promise<void> => {
    for (const { key, id } of messages) {
      await transaction.query('insert into kept values ($1, $2)', [key, id]);
      if (id === poison) throw new Error('cannot be kept');
    }
  };
  const kept = async (): Promise<string[]> =>
    (await log.query<{ store: string }>('select store from kept')).map(({ store }) => store);

  it('have their effect and their position in one transaction', async () => {
    const messages = ['sh-01', 'sh-02'].map((store) => aStoreOpened(store));
    let dies = true;
    const batch = async (taken: readonly Message[], transaction: pg.PoolClient): Promise<void> => {
      await keep(taken, transaction);
      if (dies) await here.loseConnections();
    };
    await listener(here, bus, { batch });
    await expect(bus.give(messages, { nextOffset: 2 })).rejects.toThrow();
    expect(await kept()).toEqual([]);
    dies = false;
    await eventually(() => bus.give(messages, { nextOffset: 2 })); // a broken connection is noticed when it is used
    await bus.give(messages, { nextOffset: 2 });
    expect(await kept()).toEqual(['sh-01', 'sh-02']);
  });

  it('are told of when their effect can be seen, also after they were parked', async () => {
    const seen: Promise<string[]>[] = [];
    const [good, bad] = [aStoreOpened('sh-01'), aStoreOpened('sh-02')];
    poison = bad.id;
    const service = await listener(here, bus, { batch: keep, onTaken: () => seen.push(kept()) });
    await bus.give([good, bad]);
    poison = undefined;
    const [parked] = await service.parking.list();
    await service.retry(parked!.place);
    expect(await Promise.all(seen)).toEqual([['sh-01'], ['sh-01', 'sh-02']]);
  });

  it('have one effect when one batch holds them twice, as after a relay that died before its checkpoint', async () => {
    const [one, two, three] = ['sh-01', 'sh-02', 'sh-03'].map((store) => aStoreOpened(store)) as [
      Message,
      Message,
      Message,
    ];
    await listener(here, bus, { batch: keep });
    await bus.give([one, two, three, one, two]);
    await bus.give([three]);
    expect(await kept()).toEqual(['sh-01', 'sh-02', 'sh-03']);
  });

  it('have one effect when two members are given them at the same time', async () => {
    const messages = Array.from({ length: 50 }, (_, at) => aStoreOpened(`sh-${at}`));
    await listener(here, bus, { batch: keep });
    await listener(log.process(), bus, { batch: keep });
    await Promise.all([0, 1].map((member) => bus.assign(member)));
    const given = await Promise.allSettled(
      [0, 1].map((member) => bus.give(messages, { nextOffset: 50, member })),
    );
    expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await Promise.all(
      [0, 1].map((member) => bus.give(messages, { nextOffset: 50, member }).catch(() => undefined)),
    );
    expect(await kept()).toHaveLength(50);
  });

  it('go on with the member that took over, when the old one wakes up', async () => {
    const [one, two, three] = ['sh-01', 'sh-02', 'sh-03'].map((store) => aStoreOpened(store)) as [
      Message,
      Message,
      Message,
    ];
    await listener(here, bus, { batch: keep });
    await listener(log.process(), bus, { batch: keep });
    await bus.give([one], { nextOffset: 1, member: 0 });
    await bus.give([two], { nextOffset: 2, member: 1 });
    await expect(bus.give([two], { nextOffset: 2, member: 0 })).rejects.toThrow('taken over');
    await bus.give([two, three], { nextOffset: 3, member: 0 });
    expect(await kept()).toEqual(['sh-01', 'sh-02', 'sh-03']);
  });

  it('are taken one by one when one of them is poison, which parks with those behind it', async () => {
    const [good, bad, behind, other] = ['sh-01', 'sh-02', 'sh-02', 'sh-03'].map((store) =>
      aStoreOpened(store),
    ) as [Message, Message, Message, Message];
    poison = bad.id;
    const service = await listener(here, bus, { batch: keep });
    await bus.give([good, bad, behind, other]);
    await bus.give([aStoreOpened('sh-02'), aStoreOpened('sh-04')]);
    expect(await kept()).toEqual(['sh-01', 'sh-03', 'sh-04']);
    expect((await service.parking.list()).map(({ cause }) => cause)).toEqual([
      'Error: cannot be kept',
      ...Array.from({ length: 2 }, () => 'Waits behind an earlier message of its key.'),
    ]);
    poison = undefined;
    expect(await service.retry((await service.parking.list())[0]!.place)).toBe(true);
    expect(await kept()).toEqual(['sh-01', 'sh-03', 'sh-04', 'sh-02', 'sh-02', 'sh-02']);
  });

  it('are parked when they are not what their contract promises', async () => {
    const service = await listener(here, bus, { batch: keep });
    await bus.give([aStoreOpened('sh-01', { data: {} }), aStoreOpened('sh-02'), aStoreOpened('sh-01')]);
    expect(await kept()).toEqual(['sh-02']);
    expect(await service.parking.list()).toHaveLength(2);
  });
});

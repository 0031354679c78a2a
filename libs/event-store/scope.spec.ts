import type { Aggregate, DomainEvent } from '#libs/event-sourcing';
import { freshLog, type FreshLog } from '#libs/testing';
import { inCommandContext } from './command-context.js';
import { OtherStore } from './errors.js';
import type { EventStore } from './event-store.js';
import { aCommand, failureOf, NOON } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

type Opened = DomainEvent<'Opened', { storeId: string }>;

const thing: Aggregate<{ storeId: string | null }, Opened> = {
  category: 'thing',
  initial: { storeId: null },
  evolve: (_before, { data }) => ({ storeId: data.storeId }),
  storeOf: ({ storeId }) => storeId,
};

const opened = (storeId: string): Opened => ({
  type: 'Opened',
  occurredAt: NOON,
  storeId,
  data: { storeId },
});

describe('what belongs to a store', () => {
  let log: FreshLog;
  let events: EventStore;
  let id: string;
  beforeAll(async () => {
    log = await freshLog();
    events = log.process().store;
  });
  beforeEach(() => (id = uuidv7()));
  afterAll(() => log.close());

  const of = <T>(stores: readonly string[] | undefined, work: () => Promise<T>): Promise<T> =>
    inCommandContext(aCommand({ stores }), work);
  const open = (storeId: string) => () => events.transact(thing, id, () => [opened(storeId)]);

  it('is made and seen by those of that store, and by whoever has every store', async () => {
    await of(['sh-01', 'sh-02'], open('sh-02'));
    for (const stores of [['sh-02'], undefined])
      expect((await of(stores, () => events.see(thing, id))).state).toEqual({ storeId: 'sh-02' });
  });

  it('cannot be made at another store', async () => {
    const head = await events.head();
    expect(await failureOf(of(['sh-01'], open('sh-02')))).toBeInstanceOf(OtherStore);
    expect(await failureOf(of([], open('sh-02')))).toBeInstanceOf(OtherStore);
    expect(await events.head()).toBe(head);
  });

  it('is left out of several that are asked for together, which come as they were asked for', async () => {
    await of(undefined, open('sh-02'));
    const [theirs, none] = [id, uuidv7()];
    id = uuidv7();
    await of(undefined, open('sh-01'));
    const seen = (stores: readonly string[] | undefined) =>
      of(stores, async () => (await events.seeMany(thing, [id, none, theirs, id])).map((one) => one.id));
    expect(await seen(['sh-01'])).toEqual([id, none, id]);
    expect(await seen(undefined)).toEqual([id, none, theirs, id]);
    await of(undefined, open('sh-03'));
    const [again] = await of(undefined, () => events.seeMany(thing, [id]));
    expect(again).toMatchObject({ state: { storeId: 'sh-03' }, version: 2 });
  });

  it('is neither seen nor decided about by others, not even when nothing would change', async () => {
    await of(undefined, open('sh-02'));
    const nothing = (): Promise<unknown> => events.transact(thing, id, () => []);
    expect(await failureOf(of(['sh-01'], nothing))).toBeInstanceOf(OtherStore);
    expect(await failureOf(of(['sh-01'], () => events.see(thing, id)))).toBeInstanceOf(OtherStore);
    const together = (): Promise<unknown> => events.transactAll(thing, [uuidv7(), id], () => [[], []]);
    expect(await failureOf(of(['sh-01'], together))).toBeInstanceOf(OtherStore);
  });

  it('is out of reach for a command within a command, too', async () => {
    const within = (): Promise<unknown> => inCommandContext(aCommand(), open('sh-02'));
    expect(await failureOf(of(['sh-01'], within))).toBeInstanceOf(OtherStore);
  });

  it('is loaded whole by what decides in nobody’s name', async () => {
    await of(undefined, open('sh-02'));
    expect((await of(['sh-01'], () => events.load(thing, id))).version).toBe(1);
  });
});

import { Rejection } from '#libs/event-sourcing';
import type { Message } from '#libs/contracts';
import { freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import { hand, type Hand } from './testing/hand.js';
import { listener, type Listener } from './testing/listener.js';
import { aStoreOpened } from './testing/stores.builders.js';
import type { Malformed } from './transport.js';

const WAITS = 'Waits behind an earlier message of its key.';

describe('a message that cannot be taken', () => {
  let log: FreshLog;
  let here: LogProcess;
  let bus: Hand;
  let service: Listener;
  let poison: Set<string>;
  let taken: string[];
  let fail: () => Error;
  beforeEach(async () => {
    log = await freshLog();
    here = log.process();
    bus = hand();
    poison = new Set();
    taken = [];
    fail = () => new Rejection('unknown-region', 'There is no such region.');
    service = await listener(here, bus, { each: take });
  });
  afterEach(() => log.close());

  const take = async ({ id, key }: Message): Promise<void> => {
    if (poison.has(id)) throw fail();
    taken.push(`${key} ${id.slice(-4)}`);
  };
  const poisonous = (message: Message): Message => {
    poison.add(message.id);
    return message;
  };
  const named = (...messages: Message[]): string[] => messages.map(({ id, key }) => `${key} ${id.slice(-4)}`);
  const parked = async (): Promise<[string, string][]> =>
    (await service.parking.list()).map(({ id, cause }) => [id, cause]);

  it('leaves its topic unheard, though others of it were taken', async () => {
    const [bad, good] = [poisonous(aStoreOpened('sh-01')), aStoreOpened('sh-02')];
    await bus.give([bad, good]);
    const topic = 'liren.stores.v1';
    expect(await service.unheardOf([topic], 0)).toEqual(new Map([[topic, 'parked']]));
    poison.clear();
    const [first] = await service.parking.list();
    await service.retry(first!.place);
    expect(await service.unheardOf([topic], 0)).toEqual(new Map());
  });

  it('is parked with its cause, later ones of its key behind it, and all others flow', async () => {
    const [bad, behind, other] = [
      poisonous(aStoreOpened('sh-01')),
      aStoreOpened('sh-01'),
      aStoreOpened('bj-01'),
    ];
    await bus.give([bad, behind, other]);
    const later = [aStoreOpened('bj-01'), aStoreOpened('sh-01')] as const;
    await bus.give(later);
    expect(taken).toEqual(named(other, later[0]));
    expect(await parked()).toEqual([
      [bad.id, 'unknown-region: There is no such region.'],
      [behind.id, WAITS],
      [later[1].id, WAITS],
    ]);
  });

  it('is as it came: an operator sees all of it', async () => {
    const bad = poisonous(aStoreOpened('sh-01'));
    await bus.give([bad]);
    expect(await service.parking.list()).toEqual([
      expect.objectContaining({
        key: 'sh-01',
        type: bad.type,
        message: bad,
        parkedAt: '2026-03-01T12:00:00.000Z',
      }),
    ]);
  });

  it('is taken with those behind it, in order, when it is tried again and can be', async () => {
    const [bad, one, two] = [poisonous(aStoreOpened('sh-01')), aStoreOpened('sh-01'), aStoreOpened('sh-01')];
    await bus.give([bad, one, two]);
    const { place } = (await service.parking.list())[1]!;
    expect(await service.retry(place)).toBe(false);
    expect(taken).toEqual([]);
    poison.clear();
    expect(await service.retry(place)).toBe(true);
    const next = aStoreOpened('sh-01');
    await bus.give([next]);
    expect(taken).toEqual(named(bad, one, two, next));
    expect(await parked()).toEqual([]);
  });

  it('stops at the next poison of its key, whose cause is said', async () => {
    const [bad, good, worse, last] = ['1', '2', '3', '4'].map(() => aStoreOpened('sh-01')) as [
      Message,
      Message,
      Message,
      Message,
    ];
    poisonous(bad);
    poisonous(worse);
    await bus.give([bad, good, worse, last]);
    poison.delete(bad.id);
    expect(await service.retry((await service.parking.list())[0]!.place)).toBe(false);
    expect(taken).toEqual(named(bad, good));
    expect(await parked()).toEqual([
      [worse.id, 'unknown-region: There is no such region.'],
      [last.id, WAITS],
    ]);
  });

  it('is let go when it is discarded, and those behind it are taken in order', async () => {
    const [bad, one, two] = [poisonous(aStoreOpened('sh-01')), aStoreOpened('sh-01'), aStoreOpened('sh-01')];
    await bus.give([bad, one, two]);
    expect(await service.discard((await service.parking.list())[0]!.place)).toBe(true);
    expect(taken).toEqual(named(one, two));
    expect(await service.discard(4711)).toBe(false);
    expect(await service.retry(4711)).toBe(false);
  });

  it('holds its key also in the member that takes over', async () => {
    const standby = await listener(log.process(), bus, { each: take });
    const [bad, behind] = [poisonous(aStoreOpened('sh-01')), aStoreOpened('sh-01')];
    await bus.give([bad], { member: 0, nextOffset: 1 });
    await bus.give([behind], { member: 1, nextOffset: 2 });
    expect(taken).toEqual([]);
    expect(await standby.parking.list()).toHaveLength(2);
  });

  it('holds its key no longer in one member once another has taken it', async () => {
    const elsewhere = await listener(log.process(), bus, { each: take });
    await bus.give([poisonous(aStoreOpened('sh-01'))], { member: 0, nextOffset: 1 });
    poison.clear();
    expect(await elsewhere.retry((await elsewhere.parking.list())[0]!.place)).toBe(true);
    const next = aStoreOpened('sh-01');
    await bus.give([next], { member: 0, nextOffset: 2 });
    expect(taken).toHaveLength(2);
    expect(await parked()).toEqual([]);
  });

  it('is tried some times when the reason may be ours', async () => {
    let tries = 0;
    fail = () => {
      tries += 1;
      if (tries === 2) poison.clear();
      return new TypeError('not yet');
    };
    await bus.give([poisonous(aStoreOpened())]);
    expect(taken).toHaveLength(1);
    expect(service.errors).toEqual([]);
  });

  it('is parked when our mistake stays, and the error is told', async () => {
    fail = () => new TypeError('a mistake of ours');
    await bus.give([poisonous(aStoreOpened())]);
    expect((await parked()).map(([, cause]) => cause)).toEqual(['TypeError: a mistake of ours']);
    expect(service.errors).toHaveLength(1);
  });

  it.each([
    ['a connection that was refused', () => Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
    ['a server that stops', () => Object.assign(new Error('x'), { code: '57P01' })],
    ['a deadlock', () => Object.assign(new Error('x'), { code: '40P01' })],
    ['a broken connection without a code', () => new Error('Connection terminated unexpectedly')],
    [
      'another service that cannot be asked',
      () => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) }),
    ],
  ])('is not parked because of %s: its batch comes again', async (_what, error) => {
    fail = error;
    const message = poisonous(aStoreOpened());
    await expect(bus.give([message], { nextOffset: 1 })).rejects.toThrow();
    expect(await parked()).toEqual([]);
    poison.clear();
    await bus.give([message], { nextOffset: 1 });
    expect(taken).toEqual(named(message));
  });

  it('is parked when it is not what its contract promises, with the field’s name', async () => {
    await bus.give([aStoreOpened('sh-01', { data: { storeId: 'sh-01' } })]);
    const [[, cause]] = (await parked()) as [[string, string]];
    expect(cause).toContain('Not what stores.store-opened.v1 promises');
    expect(cause).toContain('timeZone');
    expect(taken).toEqual([]);
  });

  it('is parked when it is no message at all, each one for itself', async () => {
    const broken = (offset: string, key: string): Malformed => ({
      malformed: 'Unexpected end \u0000',
      offset,
      key,
      raw: '{',
    });
    await bus.give([
      broken('0', 'sh-01'),
      broken('1', 'sh-02'),
      aStoreOpened('sh-01'),
      aStoreOpened('bj-01'),
    ]);
    const ids = (await parked()).map(([id]) => id);
    expect(ids).toEqual(expect.arrayContaining(['0/0', '0/1']));
    expect(ids).toHaveLength(3);
    expect(taken).toHaveLength(1);
  });
});

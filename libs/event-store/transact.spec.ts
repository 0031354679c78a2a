import { jest } from '@jest/globals';
import { Rejection } from '#libs/event-sourcing';
import { freshLog, type FreshLog } from '#libs/testing';
import { inCommandContext } from './command-context.js';
import { readAhead } from './deciding.js';
import { CommandIdReused, VersionLost, WrongVersion } from './errors.js';
import type { EventStore } from './event-store.js';
import type { Loads } from './seen-elsewhere.js';
import {
  aCommand,
  earned,
  failureOf,
  points,
  redeemed,
  type Points,
  type PointsEvent,
} from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

const earn = (): readonly PointsEvent[] => [earned(1)];
const redeem =
  (amount: number) =>
  ({ balance }: Points): readonly PointsEvent[] => {
    if (balance < amount) throw new Rejection('insufficient-points', 'There are not enough points.');
    return [redeemed(amount)];
  };
/** Earns once, as a command that is told twice does. */
const welcome = ({ balance }: Points): readonly PointsEvent[] => (balance > 0 ? [] : [earned(10)]);

describe('a decision on a stream', () => {
  let log: FreshLog;
  let here: EventStore;
  let there: EventStore;
  let id: string;
  beforeAll(async () => {
    log = await freshLog();
    here = log.process().store;
    there = log.process().store;
  });
  beforeEach(() => (id = uuidv7()));
  afterAll(() => log.close());

  const balance = async (): Promise<number> => (await log.process().store.load(points, id)).state.balance;

  it('answers position and version, and whether it appended', async () => {
    const first = await here.transact(points, id, earn);
    expect(first).toEqual({ position: await here.head(), version: 1, appended: true });
    await here.transact(points, uuidv7(), earn);
    expect(await here.transact(points, id, () => [])).toEqual({ ...first, appended: false });
  });

  it('appends nothing when it refuses or fails', async () => {
    const head = await here.head();
    expect(await failureOf(here.transact(points, id, redeem(1)))).toMatchObject({
      code: 'insufficient-points',
    });
    const broken = (): never => {
      throw new TypeError('A mistake in the decision.');
    };
    expect(await failureOf(here.transact(points, id, broken))).toBeInstanceOf(TypeError);
    expect(await here.head()).toBe(head);
  });

  describe('made on a state that another process has changed since', () => {
    beforeEach(() => here.transact(points, id, earn));

    it('is made again when it decided facts', async () => {
      await there.transact(points, id, redeem(1));
      expect(await failureOf(here.transact(points, id, redeem(1)))).toMatchObject({
        code: 'insufficient-points',
      });
    });

    it('is made again when it refused', async () => {
      await there.transact(points, id, () => [earned(100)]);
      expect((await here.transact(points, id, redeem(50))).version).toBe(3);
    });

    it('is made again when it decided nothing', async () => {
      await there.transact(points, id, redeem(1));
      expect((await here.transact(points, id, welcome)).appended).toBe(true);
    });

    it('is made again on what the stream is when it was thought new', async () => {
      const expectNew = { expectNew: true };
      expect((await there.transact(points, id, welcome, expectNew)).appended).toBe(false);
      expect((await log.process().store.transact(points, id, redeem(1), expectNew)).version).toBe(2);
    });

    it('changes only the version the caller has seen', async () => {
      await there.transact(points, id, earn);
      const seen = (expectedVersion: number): Promise<unknown> =>
        inCommandContext(aCommand({ expectedVersion }), () => here.transact(points, id, earn));
      const lost = await failureOf(seen(1));
      expect(lost).toBeInstanceOf(VersionLost);
      expect(lost).toMatchObject({ actual: 2 });
      expect(await seen(2)).toMatchObject({ version: 3, appended: true });
    });
  });

  it('lets two hundred at once have their turn, in two processes', async () => {
    const asked = Array.from({ length: 200 }, (_, at) =>
      (at % 2 === 0 ? here : there).transact(points, id, earn),
    );
    await Promise.all(asked);
    expect(await balance()).toBe(200);
  });

  describe('asked again with the same command id', () => {
    const ask = (decide: (state: Points) => readonly PointsEvent[], context = aCommand(), store = here) =>
      inCommandContext({ ...context }, () => store.transact(points, id, decide));

    it('answers as it did, also when it would be refused now', async () => {
      await here.transact(points, id, () => [earned(5)]);
      const context = aCommand();
      const first = await ask(redeem(5), context);
      await ask(earn);
      expect(await ask(redeem(5), context, there)).toEqual({ ...first, appended: false });
      expect(await balance()).toBe(1);
    });

    it('answers as it did, also when what it reads elsewhere would be refused now', async () => {
      const context = aCommand();
      const reading = async (reads: () => Promise<number>, as = context) => {
        const amount = await readAhead(reads());
        return ask(() => [earned(amount())], as);
      };
      const gone = () => Promise.reject(new Rejection('gone', 'It is not there any more.'));
      const first = await reading(() => Promise.resolve(3));
      expect(await reading(gone)).toEqual({ ...first, appended: false });
      expect(await failureOf(reading(gone, aCommand()))).toMatchObject({ code: 'gone' });
      const broken = reading(() => Promise.reject(new TypeError('A mistake.')));
      expect(await failureOf(broken)).toBeInstanceOf(TypeError);
    });

    it('answers as it did, also when it would be of another stream now', async () => {
      const context = aCommand();
      await here.transact(points, id, earn);
      const first = await ask(earn, context);
      expect(first.version).toBe(2);
      id = uuidv7();
      expect(await ask(earn, context)).toEqual({ ...first, appended: false });
    });

    it('answers as it did, also when there would be nothing to do now', async () => {
      const context = aCommand({ requestHash: 'welcome' });
      const first = await ask(welcome, context);
      await ask(earn);
      expect(await ask(welcome, context, there)).toEqual(first);
    });

    it('answers as it did, also when the version the caller saw is gone by its own doing', async () => {
      const context = aCommand({ expectedVersion: 0 });
      const first = await ask(earn, context);
      expect(await ask(earn, context)).toEqual({ ...first, appended: false });
    });

    it.each([
      ['decides facts', earn],
      ['is refused', redeem(1_000)],
      ['decides nothing', welcome],
    ])('but for another request, is refused, also when that %s', async (_what, decide) => {
      const context = aCommand({ requestHash: 'one' });
      await ask(earn, context);
      const reused = ask(decide, { ...context, requestHash: 'other' });
      expect(await failureOf(reused)).toBeInstanceOf(CommandIdReused);
    });
  });

  it('is one append of its command: a second one is refused, and not taken for the first', async () => {
    await inCommandContext(aCommand(), async () => {
      await here.transact(points, id, earn);
      const second = await failureOf(here.transact(points, uuidv7(), earn));
      expect((second as Error).message).toMatch(/^One command appends once\./);
      expect(await failureOf(here.transact(points, uuidv7(), redeem(1)))).toBeInstanceOf(Rejection);
      expect(await here.transact(points, id, welcome)).toMatchObject({ version: 1, appended: false });
    });
  });

  describe('provided that something holds on other streams', () => {
    const nothingLeft = async (log: Loads, other: string): Promise<void> => {
      const { state } = await log.load(points, other);
      if (state.balance > 0) throw new Rejection('not-spent', 'There are points left.');
    };
    const earnUnlessLeft = (other: string, store = here, context = aCommand()) =>
      inCommandContext({ ...context }, () =>
        store.transact(points, id, earn, { provided: (log) => nothingLeft(log, other) }),
      );

    it('appends where it holds, and nothing where it does not', async () => {
      const other = uuidv7();
      expect(await earnUnlessLeft(other)).toMatchObject({ version: 1, appended: true });
      await there.transact(points, other, earn);
      expect(await failureOf(earnUnlessLeft(other))).toMatchObject({ code: 'not-spent' });
      expect(await balance()).toBe(1);
      expect((await here.load(points, other)).version).toBe(1); // what is read is left as it is
    });

    it('is asked again where another process has changed them before the facts were appended', async () => {
      const [kept, changed] = [uuidv7(), uuidv7()];
      let asked = 0;
      const provided = async (log: Loads): Promise<void> => {
        asked += 1;
        await nothingLeft(log, kept);
        await nothingLeft(log, changed);
        if (asked === 1) await there.transact(points, changed, earn);
      };
      const refused = here.transact(points, id, earn, { provided });
      expect(await failureOf(refused)).toMatchObject({ code: 'not-spent' });
      expect([asked, await balance()]).toEqual([2, 0]);
    });

    it('is asked again where it refused what is right by then', async () => {
      const other = uuidv7();
      await there.transact(points, other, earn);
      const provided = async (log: Loads): Promise<void> => {
        const { state } = await log.load(points, other);
        if (state.balance === 0) return;
        await there.transact(points, other, redeem(1));
        throw new Rejection('not-spent', 'There are points left.');
      };
      expect((await here.transact(points, id, earn, { provided })).appended).toBe(true);
    });

    it('is given up where they are changed all the time, also after refusals that were made again', async () => {
      const other = uuidv7();
      let asked = 0;
      const provided = async (log: Loads): Promise<void> => {
        asked += 1;
        const { state } = await log.load(points, other);
        if (asked < 80) await there.transact(points, other, earn);
        if (asked % 50 === 0 && state.balance > 0) throw new Rejection('not-spent', 'There are points left.');
      };
      expect(await failureOf(here.transact(points, id, earn, { provided }))).toBeInstanceOf(WrongVersion);
    });

    it('lets one of two be right that each stand on what the other adds', async () => {
      const [one, other] = [uuidv7(), uuidv7()];
      const earnings = [[one, other] as const, [other, one] as const].map(([to, empty]) =>
        inCommandContext({ ...aCommand() }, () =>
          here.transact(points, to, earn, { provided: (log) => nothingLeft(log, empty) }),
        ),
      );
      const outcomes = await Promise.allSettled(earnings);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('reads one that is expected to be new only where it is not', async () => {
      const [other, read] = [uuidv7(), jest.spyOn(here, 'load')];
      const provided = async (log: Loads): Promise<void> => {
        const { state } = await log.load(points, other, { expectNew: true });
        if (state.balance > 0) throw new Rejection('not-spent', 'There are points left.');
      };
      const earning = () =>
        inCommandContext({ ...aCommand() }, () => here.transact(points, id, earn, { provided }));
      await earning();
      const readOf = () => read.mock.calls.filter(([, of]) => of === other);
      expect(readOf()).toEqual([]);
      await there.transact(points, other, earn);
      expect(await failureOf(earning())).toMatchObject({ code: 'not-spent' });
      expect(await balance()).toBe(1);
      read.mockRestore();
    });

    it('may be read of its own stream, too', async () => {
      const provided = (log: Loads) => log.load(points, id);
      for (const version of [1, 2])
        expect(await here.transact(points, id, earn, { provided })).toMatchObject({ version });
    });

    it('asks for nothing where there is nothing to do', async () => {
      const provided = () => Promise.reject(new Rejection('never', 'It never holds.'));
      expect((await here.transact(points, id, () => [], { provided })).appended).toBe(false);
    });

    it('answers as it did when it is asked again, also when it does not hold any more', async () => {
      const [context, other] = [aCommand(), uuidv7()];
      const first = await earnUnlessLeft(other, here, context);
      await there.transact(points, other, earn);
      expect(await earnUnlessLeft(other, there, context)).toEqual({ ...first, appended: false });
    });
  });

  describe('on several streams', () => {
    const move =
      (amount: number) =>
      ([from]: readonly Points[]): readonly (readonly PointsEvent[])[] => [
        redeem(amount)(from!),
        [earned(amount)],
      ];

    it('changes all of them or none, and is made again when one has changed', async () => {
      const other = uuidv7();
      await here.transact(points, id, () => [earned(10)]);
      await here.transactAll(points, [id, other], move(4));
      await there.transact(points, id, redeem(6));
      const refused = here.transactAll(points, [id, other], move(1));
      expect(await failureOf(refused)).toMatchObject({ code: 'insufficient-points' });
      expect((await there.load(points, other)).state.balance).toBe(4);
    });

    it('never makes or loses points, whoever moves them where', async () => {
      const ids = [id, uuidv7(), uuidv7()];
      for (const one of ids) await here.transact(points, one, () => [earned(10)]);
      const moves = Array.from({ length: 24 }, (_, at) =>
        (at % 2 === 0 ? here : there).transactAll(points, [ids[at % 3]!, ids[(at * 2 + 1) % 3]!], move(7)),
      );
      await Promise.allSettled(moves);
      const left = await Promise.all(ids.map(async (one) => (await there.load(points, one)).state.balance));
      expect(left.reduce((sum, one) => sum + one)).toBe(30);
      expect(left.every((one) => one >= 0)).toBe(true);
    });

    it('answers as it did when it is asked again, also when it would be refused now', async () => {
      const other = uuidv7();
      await here.transact(points, id, () => [earned(4)]);
      const context = aCommand();
      const ask = () =>
        inCommandContext({ ...context }, () => here.transactAll(points, [id, other], move(4)));
      const first = await ask();
      expect(await ask()).toEqual({ ...first, appended: false });
    });
  });
});

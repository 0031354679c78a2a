import { release } from '#libs/event-sourcing';
import { freshLog, type FreshLog } from '#libs/testing';
import type { Expected } from './append-request.js';
import { WrongVersion } from './errors.js';
import type { EventStore } from './event-store.js';
import { earned, failureOf, toStream } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

/** The three ways an append can go through the database; each must decide the same. */
const WAYS = [
  [
    'alone',
    (store: EventStore, stream: string, expected: Expected) => store.append(toStream(stream, { expected })),
  ],
  [
    'alone, the long way',
    (store: EventStore, stream: string, expected: Expected) =>
      store.append(toStream(stream, { expected, claims: [release('nothing')] })),
  ],
  [
    'among neighbours',
    async (store: EventStore, stream: string, expected: Expected) => {
      const neighbours = Array.from({ length: 20 }, () => store.append(toStream(`points:${uuidv7()}`)));
      const mine = store.append(toStream(stream, { expected }));
      await Promise.all(neighbours);
      return mine;
    },
  ],
] as const;

describe('what an append expects of its stream', () => {
  let log: FreshLog;
  let store: EventStore;
  beforeAll(async () => {
    log = await freshLog();
    store = log.process().store;
  });
  afterAll(() => log.close());

  const streamOfThree = async (): Promise<string> => {
    const stream = `points:${uuidv7()}`;
    await store.append(toStream(stream, { events: [earned(), earned(), earned()] }));
    return stream;
  };

  describe.each(WAYS)('%s', (_way, append) => {
    it.each(['any', 'noStream', 0] as const)(
      'takes the first fact of a new stream for %s',
      async (expected) => {
        const stream = `points:${uuidv7()}`;
        const result = await append(store, stream, expected);
        expect(result.streams).toEqual([{ stream, version: 1 }]);
      },
    );

    it.each(['any', 'exists', 3] as const)(
      'takes the fourth fact of a stream of three for %s',
      async (expected) => {
        const stream = await streamOfThree();
        const result = await append(store, stream, expected);
        expect(result.streams).toEqual([{ stream, version: 4 }]);
      },
    );

    it.each(['exists', 1, 7] as const)(
      'refuses a new stream for %s, and says it is at 0',
      async (expected) => {
        const stream = `points:${uuidv7()}`;
        const refusal = await failureOf(append(store, stream, expected));
        expect(refusal).toBeInstanceOf(WrongVersion);
        expect(refusal).toMatchObject({ stream, actual: 0 });
        expect(await store.readStream(stream)).toEqual([]);
      },
    );

    it.each(['noStream', 0, 2, 4] as const)(
      'refuses a stream of three for %s, and says it is at 3',
      async (expected) => {
        const stream = await streamOfThree();
        const refusal = await failureOf(append(store, stream, expected));
        expect(refusal).toBeInstanceOf(WrongVersion);
        expect(refusal).toMatchObject({ stream, actual: 3 });
        expect(await store.readStream(stream)).toHaveLength(3);
      },
    );
  });

  it('says in words what was expected', async () => {
    const stream = await streamOfThree();
    const refusal = await failureOf(store.append(toStream(stream, { expected: 'noStream' })));
    expect((refusal as Error).message).toBe(`Stream ${stream} is at version 3, not a new stream.`);
  });

  it('lets one of many writers with the same expectation through', async () => {
    const other = log.process().store;
    const stream = `points:${uuidv7()}`;
    const tries = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? store : other).append(toStream(stream, { expected: 'noStream' })),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.readStream(stream)).toHaveLength(1);
  });
});

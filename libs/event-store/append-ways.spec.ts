import fc from 'fast-check';
import { release } from '#libs/event-sourcing';
import { freshLog, movableClock, type FreshLog } from '#libs/testing';
import type { AppendRequest, Expected } from './append-request.js';
import type { EventStore } from './event-store.js';
import { earned, toStream } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

interface Asked {
  readonly stream: number;
  readonly expected: Expected;
  readonly command: number;
  readonly hash: string | null;
}

const asked: fc.Arbitrary<readonly Asked[]> = fc.array(
  fc.record({
    stream: fc.nat(2),
    expected: fc.oneof(fc.constantFrom('any' as const, 'exists' as const, 'noStream' as const), fc.nat(4)),
    command: fc.nat(9),
    hash: fc.constantFrom(null, 'one', 'other'),
  }),
  { minLength: 1, maxLength: 12 },
);

const ANY =
  'select version, stream, type, data, command_id, occurred_at, recorded_at, request_hash from event';

describe('the short way for one fact and the long way for many', () => {
  const clock = movableClock('2026-03-01T12:00:00Z');
  let short: { log: FreshLog; store: EventStore };
  let long: { log: FreshLog; store: EventStore };
  beforeAll(async () => {
    const [one, other] = [await freshLog(), await freshLog()];
    short = { log: one, store: one.process({ clock }).store };
    long = { log: other, store: other.process({ clock }).store };
  });
  afterAll(() => Promise.all([short.log.close(), long.log.close()]));

  /** What was answered, without what is chance. */
  const answerOf = (store: EventStore, request: AppendRequest): Promise<unknown> =>
    store.append(request).catch((error: unknown) => ({ ...(error as object), sentence: String(error) }));

  it('give the same answers and leave the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (history) => {
        const run = uuidv7();
        const commands = Array.from({ length: 10 }, () => uuidv7());
        clock.advance(1_000);
        for (const { stream, expected, command, hash } of history) {
          const context = { commandId: commands[command]!, requestHash: hash };
          const request = toStream(`points:${run}/${stream}`, {
            expected,
            context,
            events: [earned(command)],
          });
          const [{ stream: name, events }] = [request.streams[0]!];
          const unusual = toStream(name, { expected, context, events, claims: [release('nothing')] });
          expect(await answerOf(short.store, request)).toEqual(await answerOf(long.store, unusual));
        }
      }),
      { numRuns: 60 },
    );
    const rows = ({ log }: { log: FreshLog }): Promise<object[]> => log.query(`${ANY} order by position`);
    expect(await rows(short)).toEqual(await rows(long));
  });
});

import fc from 'fast-check';
import { commandContext, inCommandContext, LogSeals, uuidv7 } from '#libs/event-store';
import { freshLog, movableClock, type FreshLog, type LogProcess } from '#libs/testing';
import { AuditTrailQuery } from './audit-trail.query.js';

const MIDNIGHT = Date.UTC(2026, 2, 1);
const at = (second: number): string => new Date(MIDNIGHT + second * 1_000).toISOString();

describe('the trail of a service', () => {
  let log: FreshLog;
  let here: LogProcess;
  let trail: AuditTrailQuery;
  const clock = movableClock(at(0));
  /** Of each fact by position, the second it was recorded. */
  const recorded: number[] = [];

  beforeAll(async () => {
    log = await freshLog();
    here = log.process({ clock });
    trail = new AuditTrailQuery(here.store);
    for (const [second, actor, type] of [
      [1, 'lina', 'Read'],
      [3, 'mei', 'Changed'],
      [3, 'lina', 'Changed'],
      [3, 'lina', 'Read'],
      [7, 'mei', 'Read'],
    ] as const) {
      clock.moveTo(at(second));
      await inCommandContext({ commandId: uuidv7(), actor }, () =>
        here.store.append({
          context: commandContext(),
          streams: [
            { stream: 'thing:1', expected: 'any', events: [{ type, occurredAt: at(second), data: {} }] },
          ],
        }),
      );
      recorded.push(second);
    }
  });
  afterAll(() => log.close());

  const positions = async (asked: Parameters<AuditTrailQuery['read']>[0]): Promise<number[]> =>
    (await trail.read(asked)).entries.map(({ position }) => position);

  it('has what was recorded from one instant until just before another', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(9), fc.nat(9), async (from, to) => {
        const expected = recorded.flatMap((second, index) =>
          second >= from && second < to ? [index + 1] : [],
        );
        expect(await positions({ from: at(from), to: at(to).replace('.000', '') })).toEqual(expected);
      }),
      { numRuns: 40 },
    ));

  it('has what one person did, and one kind of fact', async () => {
    expect(await positions({ who: 'lina' })).toEqual([1, 3, 4]);
    expect(await positions({ who: 'lina', type: 'Read' })).toEqual([1, 4]);
    expect(await positions({ who: 'nobody' })).toEqual([]);
  });

  it('is read part by part', async () => {
    const first = await trail.read({ type: 'Read', limit: 1 });
    expect(first).toMatchObject({ upTo: 1, lookedUntil: at(1) });
    const rest = await trail.read({ type: 'Read', after: first.upTo });
    expect(rest).toMatchObject({ entries: [{ position: 4 }, { position: 5 }], upTo: 5, lookedUntil: null });
  });

  it('says the last link of the chain of hashes', async () => {
    expect((await trail.read({})).seal).toBeNull();
    await new LogSeals(here.pool).seal();
    const { seal } = await trail.read({});
    expect(seal).toMatchObject({ upTo: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

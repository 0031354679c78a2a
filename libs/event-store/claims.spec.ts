import type pg from 'pg';
import { claim, claimRange, release, type ClaimChange } from '#libs/event-sourcing';
import { freshLog, type FreshLog } from '#libs/testing';
import type { AppendResult } from './append-request.js';
import { ClaimTaken } from './errors.js';
import type { EventStore } from './event-store.js';
import { aCommand, earned, failureOf, toStream } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

describe('claims', () => {
  let log: FreshLog;
  let store: EventStore;
  beforeAll(async () => {
    log = await freshLog();
    store = log.process().store;
  });
  afterAll(() => log.close());

  const aStream = (): string => `appointment:${uuidv7()}`;
  const aKey = (kind: string): string => `${kind}:${uuidv7()}`;
  const change = (stream: string, ...claims: ClaimChange[]): Promise<AppendResult> =>
    store.append(toStream(stream, { claims }));
  const refusedFor = async (holder: string, work: Promise<unknown>): Promise<void> => {
    const refusal = await failureOf(work);
    expect(refusal).toBeInstanceOf(ClaimTaken);
    expect(refusal).toMatchObject({ holder });
  };
  const hour = (of: string, from: number, to: number): ClaimChange =>
    claimRange(
      of,
      `2026-03-01T${String(from).padStart(2, '0')}:00:00Z`,
      `2026-03-01T${String(to).padStart(2, '0')}:00:00Z`,
    );

  describe('on a key', () => {
    it('have one holder, and a taken one refuses the whole append', async () => {
      const [phone, mine, yours] = [aKey('phone'), aStream(), aStream()];
      await change(mine, claim(phone));
      await refusedFor(mine, change(yours, claim(phone)));
      expect(await store.readStream(yours)).toEqual([]);
    });

    it('may be taken again by their holder', async () => {
      const [phone, mine] = [aKey('phone'), aStream()];
      await change(mine, claim(phone));
      await change(mine, claim(phone));
      await refusedFor(mine, change(aStream(), claim(phone)));
    });

    it('are free for others once released', async () => {
      const [phone, mine, yours] = [aKey('phone'), aStream(), aStream()];
      await change(mine, claim(phone));
      await change(mine, release(phone));
      await change(yours, claim(phone));
      await refusedFor(yours, change(mine, claim(phone)));
    });

    it('are not released by a stream that does not hold them', async () => {
      const [phone, mine] = [aKey('phone'), aStream()];
      await change(mine, claim(phone));
      await change(aStream(), release(phone));
      await refusedFor(mine, change(aStream(), claim(phone)));
    });

    it('stay when they are released and taken in one append, and go when taken and released', async () => {
      const [kept, gone, mine] = [aKey('phone'), aKey('phone'), aStream()];
      await change(mine, claim(kept), claim(gone));
      await change(mine, release(kept), claim(kept), claim(gone), release(gone));
      await refusedFor(mine, change(aStream(), claim(kept)));
      await change(aStream(), claim(gone));
    });

    it('move from one stream to another in one append', async () => {
      const [phone, absorbed, survivor] = [aKey('phone'), aStream(), aStream()];
      await change(absorbed, claim(phone));
      await store.append({
        context: aCommand(),
        streams: [
          { stream: absorbed, expected: 'any', events: [earned()], claims: [release(phone)] },
          { stream: survivor, expected: 'any', events: [earned()], claims: [claim(phone)] },
        ],
      });
      await refusedFor(survivor, change(aStream(), claim(phone)));
    });

    it('cannot be taken by two streams in one append', async () => {
      const [phone, one, two] = [aKey('phone'), aStream(), aStream()];
      const both = store.append({
        context: aCommand(),
        streams: [one, two].map((stream) => ({
          stream,
          expected: 'any',
          events: [earned()],
          claims: [claim(phone)],
        })),
      });
      await refusedFor(one, both);
      await change(two, claim(phone));
    });

    it('go to one of many who ask at the same time, in two processes', async () => {
      const other = log.process().store;
      const phone = aKey('phone');
      const asked = Array.from({ length: 30 }, (_, at) =>
        (at % 2 === 0 ? store : other).append(toStream(aStream(), { claims: [claim(phone)] })),
      );
      const outcomes = await Promise.allSettled(asked);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('on a time range', () => {
    it.each([
      ['the same', 10, 12],
      ['the end of it', 11, 13],
      ['the beginning of it', 9, 11],
      ['a part of it', 10, 11],
      ['all around it', 9, 13],
    ])('refuse %s', async (_what, from, to) => {
      const [therapist, mine] = [aKey('therapist'), aStream()];
      await change(mine, hour(therapist, 10, 12));
      await refusedFor(mine, change(aStream(), hour(therapist, from, to)));
    });

    it.each([
      ['just after', 12, 13],
      ['just before', 9, 10],
      ['much later', 15, 16],
      ['much earlier', 5, 6],
    ])('let others have the time %s', async (_what, from, to) => {
      const therapist = aKey('therapist');
      await change(aStream(), hour(therapist, 10, 12));
      await change(aStream(), hour(therapist, from, to));
    });

    it('see an early long one behind many later ones', async () => {
      const [therapist, early] = [aKey('therapist'), aStream()];
      for (const from of [14, 12, 18]) await change(aStream(), hour(therapist, from, from + 1));
      await change(early, hour(therapist, 8, 12));
      await refusedFor(early, change(aStream(), hour(therapist, 11, 12)));
      await change(aStream(), hour(therapist, 13, 14));
    });

    it('are compared as instants, whatever their offset', async () => {
      const [therapist, mine] = [aKey('therapist'), aStream()];
      await change(mine, claimRange(therapist, '2026-03-01T18:00:00+08:00', '2026-03-01T20:00:00+08:00'));
      await refusedFor(mine, change(aStream(), hour(therapist, 11, 13)));
      await change(aStream(), hour(therapist, 12, 13));
    });

    it('move to another time that overlaps the old one, in one append', async () => {
      const [therapist, mine] = [aKey('therapist'), aStream()];
      await change(mine, hour(therapist, 10, 12));
      await change(mine, release(therapist), hour(therapist, 11, 13));
      await change(aStream(), hour(therapist, 10, 11));
      await refusedFor(mine, change(aStream(), hour(therapist, 12, 13)));
    });

    it('do not move to where another stands', async () => {
      const [therapist, mine, yours] = [aKey('therapist'), aStream(), aStream()];
      await change(mine, hour(therapist, 10, 11));
      await change(yours, hour(therapist, 11, 12));
      await refusedFor(yours, change(mine, release(therapist), hour(therapist, 11, 12)));
      await refusedFor(mine, change(aStream(), hour(therapist, 10, 11))); // it has not let go either
    });

    it('are not held twice by one stream, unless it lets go first', async () => {
      const [therapist, mine] = [aKey('therapist'), aStream()];
      await change(mine, hour(therapist, 10, 12));
      await refusedFor(mine, change(mine, hour(therapist, 11, 13)));
    });

    it('cannot overlap within one append', async () => {
      const [therapist, mine] = [aKey('therapist'), aStream()];
      await refusedFor(mine, change(mine, hour(therapist, 10, 12), hour(therapist, 11, 13)));
      await change(mine, hour(therapist, 10, 12), hour(therapist, 12, 13));
    });

    it('refuse a range that ends before it begins, and nothing else', async () => {
      const therapist = aKey('therapist');
      const outcomes = await Promise.allSettled([
        change(aStream(), hour(therapist, 12, 10)),
        ...[1, 2, 3].map(() => change(aStream(), hour(aKey('therapist'), 10, 12))),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'rejected',
        'fulfilled',
        'fulfilled',
        'fulfilled',
      ]);
    });

    it('look at one old range, however many there are', async () => {
      const { store, pool } = log.process({ connections: 1 });
      const [therapist, mine] = [aKey('therapist'), aStream()];
      const days = Array.from({ length: 1_000 }, (_, day) => Date.UTC(2026, 0, 1) + day * 86_400_000);
      const nine = days.map((day) => new Date(day).toISOString());
      const ten = days.map((day) => new Date(day + 3_600_000).toISOString());
      const old = days.map((_, at) => claimRange(therapist, nine[at]!, ten[at]!));
      await store.append(toStream(mine, { claims: old }));
      const before = await rangesRead(pool);
      await store.append(
        toStream(aStream(), { claims: [claimRange(therapist, ten.at(-1)!, '2029-01-01T00:00:00Z')] }),
      );
      const read = (await rangesRead(pool)) - before;
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(10);
    });
  });
});

/** Index entries of ranges that the server has read so far, told by the connection that appends. */
const rangesRead = async (pool: pg.Pool): Promise<number> => {
  await pool.query('select pg_stat_force_next_flush()');
  const { rows } = await pool.query<{ read: number }>(
    "select sum(idx_tup_read)::int as read from pg_stat_user_indexes where relname = 'range_claim'",
  );
  return rows[0]!.read;
};

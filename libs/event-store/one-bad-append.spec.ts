import { claim, claimRange } from '#libs/event-sourcing';
import { freshLog, type FreshLog } from '#libs/testing';
import type { AppendRequest } from './append-request.js';
import type { EventStore } from './event-store.js';
import { aCommand, earned, failureOf, NOON, toStream } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

const aStream = (): string => `points:${uuidv7()}`;

describe('one bad append among fifty', () => {
  let log: FreshLog;
  let store: EventStore;
  beforeAll(async () => {
    log = await freshLog();
    store = log.process().store;
    await store.append(toStream('points:holder', { claims: [claim('phone:taken')] }));
  });
  afterAll(() => log.close());

  const bad: readonly (readonly [string, () => AppendRequest])[] = [
    [
      'an instant that does not exist',
      () => toStream(aStream(), { events: [{ ...earned(), occurredAt: '2026-02-30T10:00:00Z' }] }),
    ],
    ['an instant that is none', () => toStream(aStream(), { events: [{ ...earned(), occurredAt: 'soon' }] })],
    [
      'a fact without data',
      () => toStream(aStream(), { events: [{ type: 'PointsEarned', data: undefined, occurredAt: NOON }] }),
    ],
    ['a letter that PostgreSQL cannot keep', () => toStream('points:\u0000')],
    ['a command id that is no UUID', () => toStream(aStream(), { context: aCommand({ commandId: 'soon' }) })],
    ['a version that is none', () => toStream(aStream(), { expected: 1.5 })],
    ['a stream that is not there', () => toStream(aStream(), { expected: 'exists' })],
    ['a wrong version', () => toStream('points:holder', { expected: 9 })],
    ['a key that is taken', () => toStream(aStream(), { claims: [claim('phone:taken')] })],
    [
      'a range that ends before it begins',
      () => toStream(aStream(), { claims: [claimRange('room:1', '2026-03-02T00:00:00Z', NOON)] }),
    ],
  ];

  it.each(bad)('fails alone: %s', async (_what, badOne) => {
    const before = await store.head();
    const requests = Array.from({ length: 50 }, () => toStream(aStream(), { expected: 'noStream' }));
    requests.splice(25, 0, badOne());
    const outcomes = await Promise.allSettled(requests.map((request) => store.append(request)));
    expect(outcomes.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([25]);
    const positions = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.position] : []));
    expect(positions.sort((a, b) => a - b)).toEqual(positions.map((_, at) => before + at + 1));
    expect(await store.head()).toBe(before + 50);
  });

  it.each(bad)('appends nothing and leaves no gap when it comes alone: %s', async (_what, badOne) => {
    const before = await store.head();
    await failureOf(store.append(badOne()));
    expect(await store.head()).toBe(before);
    expect((await store.append(toStream(aStream()))).position).toBe(before + 1);
  });

  it('is not one that has strange letters in its data', async () => {
    const data = { name: '丽人 \u0000 \ud800 "quoted" \\ {},NULL', list: ['', '{}', 'null'] };
    const stream = aStream();
    const fact = { type: 'ClientNamed', data, occurredAt: NOON };
    await store.append(toStream(stream, { events: [fact] }));
    await store.append(toStream(stream, { events: [fact, fact] }));
    expect((await store.readStream(stream)).map((event) => event.data)).toEqual([data, data, data]);
  });

  it('leaves nothing of a command that wanted several streams', async () => {
    const [good, taken] = [aStream(), aStream()];
    const refused = store.append({
      context: aCommand(),
      streams: [
        { stream: good, expected: 'noStream', events: [earned()], claims: [claim('phone:free')] },
        { stream: taken, expected: 'exists', events: [earned()] },
      ],
    });
    await failureOf(refused);
    expect(await store.readStream(good)).toEqual([]);
    await store.append(toStream(aStream(), { claims: [claim('phone:free')] }));
  });

  it('is one that names a stream twice, refused with a sentence that says so', async () => {
    const stream = aStream();
    const part = { stream, expected: 'any' as const, events: [earned()] };
    const refusal = await failureOf(store.append({ context: aCommand(), streams: [part, part] }));
    expect((refusal as Error).message).toBe(`An append names ${stream} twice.`);
  });
});

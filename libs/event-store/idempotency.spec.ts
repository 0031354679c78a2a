import { freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import type { AppendRequest } from './append-request.js';
import { CommandIdReused } from './errors.js';
import { aCommand, earned, failureOf, toStream } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

describe('a command id', () => {
  let log: FreshLog;
  let one: LogProcess;
  let other: LogProcess;
  beforeAll(async () => {
    log = await freshLog();
    one = log.process();
    other = log.process();
  });
  afterAll(() => log.close());

  const facts = async ({ streams }: AppendRequest): Promise<number[]> =>
    Promise.all(streams.map(async ({ stream }) => (await one.store.readStream(stream)).length));

  const twoStreams = (): AppendRequest => ({
    context: aCommand({ requestHash: 'same' }),
    streams: [
      { stream: `points:${uuidv7()}`, expected: 'noStream', events: [earned(), earned()] },
      { stream: `points:${uuidv7()}`, expected: 'noStream', events: [earned()] },
    ],
  });

  it('gives the first answer again, and appends nothing', async () => {
    const request = toStream(`points:${uuidv7()}`, { expected: 'noStream' });
    const first = await one.store.append(request);
    await one.store.append(toStream(request.streams[0]!.stream)); // the stream goes on meanwhile
    const again = await one.store.append(request);
    expect(first.repeated).toBe(false);
    expect(again).toEqual({ ...first, recordedAt: null, repeated: true });
    expect(await facts(request)).toEqual([2]);
  });

  it('gives the first answer of several streams, in their order', async () => {
    const request = twoStreams();
    const first = await one.store.append(request);
    expect(await other.store.append(request)).toEqual({ ...first, recordedAt: null, repeated: true });
    expect(await facts(request)).toEqual([2, 1]);
  });

  it('is refused when it comes with another request', async () => {
    const request = twoStreams();
    await one.store.append(request);
    const reused = { ...request, context: { ...request.context, requestHash: 'other' } };
    expect(await failureOf(other.store.append(reused))).toBeInstanceOf(CommandIdReused);
    expect(await facts(request)).toEqual([2, 1]);
  });

  it('is one command when it comes twice at the same time', async () => {
    const request = twoStreams();
    const answers = await Promise.all([one.store.append(request), one.store.append(request)]);
    expect(answers.map(({ repeated }) => repeated)).toEqual([false, true]);
    expect(answers[1]).toEqual({ ...answers[0], recordedAt: null, repeated: true });
    expect(await facts(request)).toEqual([2, 1]);
  });

  it('is one command when it comes to two processes at the same time', async () => {
    const requests = Array.from({ length: 40 }, twoStreams);
    const answers = await Promise.all(
      requests.flatMap((request) => [one.store.append(request), other.store.append(request)]),
    );
    expect(answers.filter(({ repeated }) => repeated)).toHaveLength(requests.length);
    for (const request of requests) expect(await facts(request)).toEqual([2, 1]);
  });

  it('is known among new neighbours, which are appended', async () => {
    const known = toStream(`points:${uuidv7()}`, { expected: 'noStream' });
    const first = await one.store.append(known);
    const fresh = Array.from({ length: 30 }, () => toStream(`points:${uuidv7()}`, { expected: 'noStream' }));
    const [again, ...answers] = await Promise.all(
      [known, ...fresh].map((request) => other.store.append(request)),
    );
    expect(again).toMatchObject({ position: first.position, repeated: true });
    expect(answers.every(({ repeated }) => !repeated)).toBe(true);
  });
});

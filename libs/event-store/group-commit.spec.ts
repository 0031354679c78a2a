import type { AppendRequest, AppendResult } from './append-request.js';
import { GroupCommit } from './group-commit.js';
import { earned } from './testing/points.builders.js';

const answer: AppendResult = { position: 1, recordedAt: null, streams: [], repeated: false };

/** Adds to one stream and looks at another. */
const request = (adds: string, looks: string): AppendRequest => ({
  context: { commandId: `${adds} after ${looks}` },
  streams: [
    { stream: adds, expected: 'any', events: [earned(1)] },
    { stream: looks, expected: 0, events: [] },
  ],
});

describe('appends that are asked for at once', () => {
  /** What each call was given, by the streams that were added to. */
  const callsFor = async (...requests: readonly AppendRequest[]): Promise<string[][]> => {
    const calls: string[][] = [];
    const commits = new GroupCommit(async (batch) => {
      calls.push(batch.map(({ streams }) => streams[0]!.stream));
      return batch.map(() => answer);
    });
    await Promise.all(requests.map((one) => commits.append(one)));
    return calls;
  };

  it('share a call where they look at the same stream, and add to others', async () => {
    const requests = ['a', 'b', 'c'].map((stream) => request(stream, 'erased'));
    expect(await callsFor(...requests)).toEqual([['a', 'b', 'c']]);
  });

  it('share none where one looks at what another adds to, and go in the order they were asked for', async () => {
    expect(await callsFor(request('a', 'b'), request('b', 'a'))).toEqual([['a'], ['b']]);
    expect(await callsFor(request('a', 'x'), request('b', 'a'), request('c', 'x'))).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
  });

  it('put off a look until what was asked for before it has been added', async () => {
    expect(await callsFor(request('a', 'x'), request('a', 'y'), request('b', 'a'))).toEqual([
      ['a'],
      ['a'],
      ['b'],
    ]);
  });
});

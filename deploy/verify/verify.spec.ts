import { freshBaseUrl } from '#libs/testing';
import { failuresAfter, failuresOf } from './testing/broken-copy.js';
import { liveAFewDays } from './testing/lived-chain.js';

describe('what must always hold', () => {
  const databaseUrl = freshBaseUrl();
  let chain: { stop(): Promise<void> };

  beforeAll(async () => {
    chain = await liveAFewDays(databaseUrl);
  }, 60_000);

  it('holds while the platform runs, once what happened has arrived everywhere', async () => {
    expect(await failuresOf(databaseUrl)).toEqual({});
  });

  it('holds when the platform has stopped', async () => {
    await chain.stop();
    expect(await failuresOf(databaseUrl)).toEqual({});
  });
});

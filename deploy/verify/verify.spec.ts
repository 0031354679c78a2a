import { freshBaseUrl } from '#libs/testing';
import { failuresAfter, failuresOf } from './testing/broken-copy.js';
import { liveAFewDays } from './testing/lived-chain.js';
import { messagesTampered } from './testing/tamperings/of-messages.js';
import { pointsTampered } from './testing/tamperings/of-points.js';
import { logTampered } from './testing/tamperings/of-the-log.js';
import { reportTampered } from './testing/tamperings/of-the-report.js';
import { viewsTampered } from './testing/tamperings/of-views.js';

const tamperings = [
  ...pointsTampered,
  ...messagesTampered,
  ...reportTampered,
  ...logTampered,
  ...viewsTampered,
];

describe('what must always hold', () => {
  const databaseUrl = freshBaseUrl();
  let chain: { stop(): Promise<void> };

  beforeAll(async () => {
    chain = await liveAFewDays(databaseUrl);
  });

  it('holds while the services run, once what happened has arrived everywhere', async () => {
    expect(await failuresOf(databaseUrl)).toEqual({});
  });

  it('holds when they have stopped', async () => {
    await chain.stop();
    expect(await failuresOf(databaseUrl)).toEqual({});
  });

  it.each(tamperings)('fails by name for $what', async ({ where, sql, told }) => {
    const failures = await failuresAfter(databaseUrl, where, sql);
    for (const [invariant, sentence] of Object.entries(told))
      expect(failures[invariant]).toContainEqual(expect.stringMatching(sentence));
  });
});

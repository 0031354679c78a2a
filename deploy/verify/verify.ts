import 'reflect-metadata';
import { StartFailure } from '../start-failure.js';
import { checkAll } from './check-all.js';
import { readOptions } from './options.js';
import { openPlatformData } from './platform-data.js';
import { reachData } from './reach-data.js';
import { fails, tableOf, type Checked } from './table.js';

const LIMITS = [
  'I9, I10: data shows that what was recorded is whole and once. Whether every answer that was given is in it, only',
  'whoever kept the answers can tell: the fault tests do. I8, I13 and I14 are for tests as well.',
].join('\n');

const verify = async (): Promise<boolean> => {
  const reached = await reachData(readOptions(process.argv.slice(2), process.env));
  const stop = (): void => void reached.leave().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    console.log(`Looking at ${reached.where}.\n`);
    const data = await openPlatformData(reached);
    const checked = await checkAll(data).finally(() => data.close());
    console.log(`${tableOf(checked)}\n\n${LIMITS}\n\n${verdict(checked)}`);
    return !checked.some(fails);
  } finally {
    await reached.leave();
  }
};

const verdict = (checked: readonly Checked[]): string => {
  const failing = checked.filter(fails).map(({ invariant }) => invariant.id);
  return failing.length === 0 ? 'All that was shown holds.' : `Fails: ${failing.join(', ')}.`;
};

try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  const { message } = error as Error;
  console.error(error instanceof StartFailure ? message : `The data could not be looked at: ${message}`);
  process.exitCode = 1;
}

import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { MODULES } from '../all-in-one/modules.js';
import { StartFailure } from '../start-failure.js';
import { forgetOlderKeys, LIST, makeFirstKeys, makeNextKeys } from './key-folder.js';

const USAGE = 'Usage: npm run service-keys -- DIR [SERVICE…] [--next | --forget]';

/** Makes a key for each service, and rotates them; services find them by LIREN_SERVICE_KEY_FILE and LIREN_SERVICE_KEYS_FILE. */
const main = (args: readonly string[]): string => {
  const { folder, services, next, forget } = read(args);
  if (forget) {
    const forgotten = forgetOlderKeys(folder, services);
    return forgotten.length === 0
      ? 'No service has more than one key.'
      : `Older keys are forgotten: ${forgotten.join(', ')}.`;
  }
  const made = next ? makeNextKeys(folder, services) : makeFirstKeys(folder, services);
  return made.length === 0
    ? `Nothing to make: every service has ${next ? 'two keys' : 'a key'} in ${LIST}.`
    : `${folder} has ${made.join(', ')}, each for its own service alone, and ${LIST}, for all.`;
};

const read = (args: readonly string[]) => {
  const { positionals, values } = parse(args);
  const [folder, ...named] = positionals;
  const { next = false, forget = false } = values;
  if (folder === undefined || (next && forget)) throw new StartFailure(USAGE);
  const unknown = named.filter((name) => !(name in MODULES));
  if (unknown.length > 0) throw new StartFailure(`There is no service ${unknown.join(', ')}. ${USAGE}`);
  return { folder, services: named.length > 0 ? named : Object.keys(MODULES), next, forget };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: { next: { type: 'boolean' }, forget: { type: 'boolean' } },
    });
  } catch (error) {
    throw new StartFailure(`${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
};

try {
  console.log(main(process.argv.slice(2)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

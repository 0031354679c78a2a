import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { makeTables, readSettings } from '#libs/service';
import { MODULES, type ServiceName } from './all-in-one/modules.js';
import { StartFailure } from './start-failure.js';

const USAGE = 'Usage: npm run tables -- [SERVICE…] [--rebuild VIEW]';

/** Makes tables as their owner, whom DATABASE_URL names, for services that run without the owner's password. */
const main = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rebuild: { type: 'string' } },
  });
  const names = (positionals.length > 0 ? positionals : Object.keys(MODULES)) as ServiceName[];
  const unknown = names.filter((name) => !(name in MODULES));
  if (unknown.length > 0) throw new StartFailure(`There is no service ${unknown.join(', ')}. ${USAGE}`);
  const { rebuild } = values;
  if (rebuild !== undefined && positionals.length !== 1)
    throw new StartFailure(`--rebuild builds one view of one service. ${USAGE}`);
  const settings = readSettings(process.env);
  if (settings.rolePassword !== undefined && names.length > 1)
    throw new StartFailure(`DATABASE_ROLE_PASSWORD is of one service: name it. ${USAGE}`);
  if (settings.serviceKeys !== undefined && names.length > 1)
    throw new StartFailure(`LIREN_SERVICE_KEY is of one service: name it. ${USAGE}`);
  for (const name of names) {
    await makeTables(MODULES[name], settings, { rebuild });
    console.log(`Tables of ${name} are made.`);
  }
};

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});

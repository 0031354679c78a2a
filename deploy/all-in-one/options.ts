import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { StartFailure } from '../start-failure.js';

export interface StartOptions {
  readonly port: number;
  readonly dataFolder: string;
  readonly kafka: boolean;
  readonly without: readonly string[];
}

const USAGE = `Usage: npm start -- [--port N] [--data DIR] [--kafka] [--without SERVICE[,SERVICE…]]`;

/** What is said on the command line, else in the environment, else the usual. */
export const readOptions = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions => {
  const given = parse(args);
  const port = Number(given.port ?? env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartFailure(`${given.port ?? env['PORT']} is no port: use a number up to 65535.`);
  }
  return {
    port,
    dataFolder: resolve(given.data ?? env['LIREN_DATA'] ?? '.liren'),
    kafka: given.kafka ?? false,
    without: (given.without ?? '').split(',').filter((name) => name !== ''),
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        kafka: { type: 'boolean' },
        without: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new StartFailure(`${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
};

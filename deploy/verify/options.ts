import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartFailure } from '../start-failure.js';

export interface VerifyOptions {
  /** The folder to look at, unless a database server is given. */
  readonly dataFolder: string;
  /** A database server to look at in its place. */
  readonly databaseUrl?: string;
  readonly kafkaBrokers?: string;
}

const USAGE = 'Usage: npm run verify -- [--data DIR]';

/** What is said on the command line, else in the environment, else the usual; `--data` wins over DATABASE_URL. */
export const readOptions = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): VerifyOptions => {
  const data = parse(args);
  return {
    dataFolder: resolve(data ?? env['LIREN_DATA'] ?? '.liren'),
    databaseUrl: data === undefined ? env['DATABASE_URL'] : undefined,
    kafkaBrokers: env['KAFKA_BROKERS'],
  };
};

const parse = (args: readonly string[]): string | undefined => {
  try {
    return parseArgs({ args: [...args], options: { data: { type: 'string' } } }).values.data;
  } catch (error) {
    throw new StartFailure(`${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
};

import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { BROKERS } from '#libs/service';
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
  const port = portOf(given.port ?? env['PORT'] ?? '3000');
  checkEnvironment(env);
  return {
    port,
    dataFolder: resolve(given.data ?? env['LIREN_DATA'] ?? '.liren'),
    kafka: given.kafka ?? false,
    without: (given.without ?? '').split(',').filter((name) => name !== ''),
  };
};

/** What only services that run each on their own have. */
const OF_ONE_SERVICE = [
  'LIREN_SERVICE_KEY',
  'LIREN_SERVICE_KEY_FILE',
  'LIREN_SERVICE_KEYS',
  'LIREN_SERVICE_KEYS_FILE',
];

/** Refuses what would only be found out half-way: one line that names the variable. */
const checkEnvironment = (env: Readonly<Record<string, string | undefined>>): void => {
  const { DATABASE_URL, KAFKA_BROKERS, KAFKA_PORT, LIREN_TLS_CERT, LIREN_TLS_KEY, LIREN_TLS_CA } = env;
  if (DATABASE_URL !== undefined && !/^postgres(ql)?:\/\/[^/]+/.test(DATABASE_URL)) {
    throw new StartFailure('DATABASE_URL is no address of a PostgreSQL: use postgres://user@host:5432.');
  }
  if (KAFKA_BROKERS !== undefined && !BROKERS.test(KAFKA_BROKERS)) {
    throw new StartFailure('KAFKA_BROKERS is no list of brokers: use host:port, separated by commas.');
  }
  if (LIREN_TLS_CERT || LIREN_TLS_KEY || LIREN_TLS_CA) {
    throw new StartFailure(
      'LIREN_TLS_… is for services that run each on their own: leave it out, and put a proxy with TLS in front.',
    );
  }
  if (OF_ONE_SERVICE.some((name) => env[name])) {
    throw new StartFailure(
      'LIREN_SERVICE_KEY… is for services that run each on their own: leave it out; within one process they share what they keep.',
    );
  }
  if (KAFKA_PORT !== undefined) portOf(KAFKA_PORT, 'KAFKA_PORT ');
};

const portOf = (text: string, name = ''): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new StartFailure(`${name}${text} is no port: use a number up to 65535.`);
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

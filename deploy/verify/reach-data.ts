import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningOn, takeDataFolder } from '../all-in-one/data-folder.js';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { StartFailure } from '../start-failure.js';
import type { VerifyOptions } from './options.js';
import type { Reach } from './platform-data.js';
import { reachKafka } from './reach-kafka.js';

/** How to get at the data, and how it was found. */
export interface Reached extends Reach {
  readonly where: string;
  /** Stops what was started to get at it. */
  leave(): Promise<void>;
}

/** A database server that was named, the one of a running platform, or one started on the folder for as long as we look. */
export const reachData = async (options: VerifyOptions): Promise<Reached> => {
  const { dataFolder, databaseUrl, kafkaBrokers } = options;
  if (databaseUrl !== undefined) {
    const kafka = reachKafka(kafkaBrokers, undefined);
    return { databaseUrl, kafka, where: 'the server of DATABASE_URL', leave: async () => undefined };
  }
  if (!existsSync(join(dataFolder, 'postgres', 'data', 'PG_VERSION')))
    throw new StartFailure(`There is no data of Liren in ${dataFolder}: use --data DIR.`);
  const kafka = reachKafka(kafkaBrokers, dataFolder);
  const owner = runningOn(dataFolder);
  if (owner === undefined) return { kafka, ...(await startOn(dataFolder)) };
  const where = `${dataFolder}, where Liren is running (process ${owner})`;
  return { databaseUrl: runningUrl(dataFolder), kafka, where, leave: async () => undefined };
};

/** PostgreSQL writes its port on the fourth line of its own note. */
const runningUrl = (dataFolder: string): string => {
  const postgres = join(dataFolder, 'postgres');
  const note = join(postgres, 'data', 'postmaster.pid');
  const port = existsSync(note) ? readFileSync(note, 'utf8').split('\n')[3]?.trim() : undefined;
  if (!port)
    throw new StartFailure(`The PostgreSQL of ${dataFolder} is not running yet: try again in a moment.`);
  return `postgres://liren:${readFileSync(join(postgres, 'secret'), 'utf8').trim()}@127.0.0.1:${port}`;
};

/** Takes the folder meanwhile, so that no platform starts on it. */
const startOn = async (dataFolder: string) => {
  const folder = takeDataFolder(dataFolder);
  try {
    const postgres = await startEmbeddedPostgres(join(dataFolder, 'postgres'));
    const leave = async (): Promise<void> => {
      await postgres.stop();
      folder.release();
    };
    return { databaseUrl: postgres.url, where: `${dataFolder}, where Liren is not running`, leave };
  } catch (error) {
    folder.release();
    throw error;
  }
};

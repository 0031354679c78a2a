import 'reflect-metadata';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { destination } from 'pino';
import { openLog, readSettings, withDatabase, type Environment } from '#libs/service';
import { startKafka } from '../kafka/kafka-server.js';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { StartFailure } from '../start-failure.js';
import { takeDataFolder } from './data-folder.js';
import { checkPort } from './free-port.js';
import { MODULES } from './modules.js';
import { readOptions, type StartOptions } from './options.js';
import { startPlatform } from './platform.js';

type Stop = () => Promise<void> | void;

/** What was started, to be stopped in the opposite order. */
const running: Stop[] = [];
let stopping = false;

/** Keeps how to stop what was started; goes no further where somebody has stopped us meanwhile. */
const started = (stop: Stop): void => {
  running.push(stop);
  if (stopping) throw new StartFailure('Stopped.');
};

/** Servers that are being started: programs of their own, which would go on without us. To stop waits until they can be stopped. */
let servers: Promise<unknown> = Promise.resolve();

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2), process.env);
  refuseUnknownServices(options);
  const host = process.env['HOST'] ?? '127.0.0.1';
  // Before the port: where Liren runs already on this folder, that is what to say, and not that some program has the port.
  const folder = takeDataFolder(options.dataFolder);
  started(() => folder.release());
  await checkPort(options.port, host);
  const starting = startServers(options);
  servers = starting.catch(() => undefined);
  const environment: Environment = {
    ...process.env,
    ...(await starting),
    LIREN_DATA: options.dataFolder,
    PORT: options.port,
  };
  const settings = readSettings(environment as Record<string, string>);
  const dest = join(options.dataFolder, 'liren.log');
  const logFile = destination({ dest, mkdir: true, mode: 0o600, sync: false });
  const { logger, close } = openLog('liren', settings, logFile);
  started(close);
  const platform = await startPlatform({ settings, logger, without: options.without });
  started(() => platform.stop());
  console.log(`Liren is ready on ${platform.url}`);
};

const refuseUnknownServices = ({ without }: StartOptions): void => {
  const unknown = without.filter((name) => !(name in MODULES));
  if (unknown.length === 0) return;
  throw new StartFailure(
    `There is no service ${unknown.join(', ')}. There are ${Object.keys(MODULES).join(', ')}.`,
  );
};

const startServers = async (options: StartOptions) => ({
  DATABASE_URL: await database(options),
  KAFKA_BROKERS: await brokers(options),
});

const database = async ({ dataFolder }: StartOptions): Promise<string> => {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined) {
    await reach(given);
    return given;
  }
  const postgres = await startEmbeddedPostgres(join(dataFolder, 'postgres'));
  started(() => postgres.stop());
  return postgres.url;
};

const reach = async (url: string): Promise<void> => {
  const client = new pg.Client({
    connectionString: withDatabase(url, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const shown = url.replace(/\/\/[^@]*@/, '//');
    throw new StartFailure(`The database ${shown} cannot be used (${reasonOf(error)}): check DATABASE_URL.`);
  }
};

const brokers = async ({ kafka, dataFolder }: StartOptions): Promise<string> => {
  const given = process.env['KAFKA_BROKERS'];
  if (given !== undefined && given !== '') {
    await warnWithout(given);
    return given;
  }
  if (!kafka) return '';
  const server = await startKafka({
    folder: join(dataFolder, 'kafka'),
    port: Number(process.env['KAFKA_PORT'] ?? 9092),
  });
  started(() => server.stop());
  return server.brokers.join(',');
};

/** Services take what comes without Kafka, too; what they have to tell waits in their logs. */
const warnWithout = async (given: string): Promise<void> => {
  const kafka = new Kafka({
    ...{ clientId: 'liren', brokers: given.split(','), connectionTimeout: 2_000 },
    ...{ logLevel: logLevel.NOTHING, retry: { retries: 0 } },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
  } catch (error) {
    console.error(
      `Kafka at ${given} does not answer (${reasonOf(error)}): going on without it until it does.`,
    );
  } finally {
    await admin.disconnect();
  }
};

const reasonOf = (error: unknown): string => {
  const { message, code } = error as { message?: string; code?: string };
  return message !== undefined && message !== '' ? message : (code ?? String(error));
};

const stopAll = async (): Promise<void> => {
  for (let stop = running.pop(); stop !== undefined; stop = running.pop()) await stop();
};

const stopOnSignal = (): void => {
  if (stopping) return;
  stopping = true;
  console.log('Stopping.');
  servers.then(stopAll).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(reasonOf(error));
      process.exit(1);
    },
  );
};
process.on('SIGINT', stopOnSignal);
process.on('SIGTERM', stopOnSignal);

main().catch(async (error: unknown) => {
  if (stopping) return; // whoever stops us ends the process
  console.error(error instanceof StartFailure ? error.message : `Liren could not start: ${reasonOf(error)}`);
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  await stopAll().catch(() => undefined);
  process.exit(1);
});

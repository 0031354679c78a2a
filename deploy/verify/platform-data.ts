import pg from 'pg';
import { databaseName, withDatabase } from '#libs/service';
import { StartFailure } from '../start-failure.js';
import type { KafkaReach } from './reach-kafka.js';
import { ServiceData } from './service-data.js';
import { settle, type Settled } from './settled.js';
import { copyTopics } from './topics/copy-topics.js';
import { SERVICES, type Service } from './services.js';

/** All that the platform has written down: a database for each service, and the messages between them. */
export interface PlatformData {
  /** Services that have data here. */
  readonly services: readonly ServiceData[];
  of(service: Service): ServiceData | undefined;
  /** Messages that travel through PostgreSQL. */
  readonly bus: ServiceData | undefined;
  readonly kafka: KafkaReach;
  /** Whether services are at work on the data. */
  readonly running: boolean;
  /** The topics, copied beside the logs as the temporary table `told`; copied once. */
  topics(): Promise<void>;
  /** Waits until what the logs say now has arrived everywhere; waited for once. */
  settled(): Promise<Settled>;
  close(): Promise<void>;
}

export interface Reach {
  /** As services are given it. */
  readonly databaseUrl: string;
  readonly kafka: KafkaReach;
  /** How long services that are behind are waited for, when the platform runs. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 30_000;

/** Opens every database of the platform. Throws StartFailure where there is none. */
export const openPlatformData = async (reach: Reach): Promise<PlatformData> => {
  const { databaseUrl, kafka, patienceMs = PATIENCE_MS } = reach;
  const { names, running } = await look(databaseUrl);
  const open = async (service: string): Promise<ServiceData[]> => {
    const name = databaseName(databaseUrl, service);
    return names.has(name) ? [await ServiceData.open(service, withDatabase(databaseUrl, name))] : [];
  };
  const services = (await Promise.all(SERVICES.map(open))).flat();
  const [bus] = await open('bus');
  if (services.length === 0) throw new StartFailure('There is no data of Liren on this database server.');
  const data: PlatformData = {
    ...{ services, bus, kafka, running },
    of: (service) => services.find(({ name }) => name === service),
    topics: once(() => copyTopics(data)),
    settled: once(() => settle(data, running ? patienceMs : 0)),
    close: async () => {
      for (const one of [...services, bus]) await one?.close();
    },
  };
  return data;
};

/** Databases of this server, and whether a relay is at work on one of them: it holds an advisory lock. */
const look = async (databaseUrl: string): Promise<{ names: Set<string>; running: boolean }> => {
  const client = new pg.Client({ connectionString: withDatabase(databaseUrl, 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; relays: boolean }>(
      `select datname as name,
              exists (select from pg_locks l
                       where l.database = d.oid and l.locktype = 'advisory' and l.objid = ${RELAY_LOCK}) as relays
         from pg_database d`,
    );
    const ours = new Set(SERVICES.map((service) => databaseName(databaseUrl, service)));
    const running = rows.some(({ name, relays }) => relays && ours.has(name));
    return { names: new Set(rows.map(({ name }) => name)), running };
  } finally {
    await client.end();
  }
};

const RELAY_LOCK = 4921;

const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
};

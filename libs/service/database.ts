import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import {
  connectionSettings,
  EventLog1700000000000,
  Seals1700000000003,
  sturdy,
  Views1700000000002,
} from '#libs/event-store';
import { Messaging1700000000001 } from '#libs/messaging';
import { asService, grantsTo, makeRoles, rolesOf, type Roles } from './roles.js';

/** A TypeORM migration. */
export type Migration = new () => {
  up(runner: never): Promise<unknown>;
  down(runner: never): Promise<unknown>;
};

export interface Database {
  readonly dataSource: DataSource;
  /** The data source's own connections, for what speaks to the driver. */
  readonly pool: pg.Pool;
  /** Connections of the owner, who makes tables of views; one, and only while it is needed. Without it nobody makes any. */
  readonly owner: pg.Pool | undefined;
  readonly roles: Roles;
  /** URL of the database as the service's own role. */
  readonly serviceUrl: string;
}

const CONNECTIONS = 12;
const OURS = [
  EventLog1700000000000,
  Messaging1700000000001,
  Views1700000000002,
  Seals1700000000003,
] as unknown as Migration[];

export interface DatabaseOptions {
  readonly migrations: readonly Migration[];
  /** Of the service's own role; one that follows from the owner's when left out. */
  readonly rolePassword?: string;
}

/**
 * The service's own database: made where it is missing, brought up to date as its owner, then used as a role that may
 * append to the log and do nothing else to it. Where the URL is of that role already, tables were made before.
 */
export const openDatabase = async (
  baseUrl: string,
  service: string,
  { migrations, rolePassword }: DatabaseOptions,
): Promise<Database> => {
  const name = databaseName(baseUrl, service);
  const url = withDatabase(baseUrl, name);
  const owned = !isOfService(baseUrl, service);
  if (owned) {
    await createDatabase(baseUrl, name, rolePassword);
    await migrate(url, name, [...OURS, ...migrations]);
  }
  const serviceUrl = owned ? asService(url, rolePassword) : url;
  const dataSource = new DataSource({
    type: 'postgres',
    url: serviceUrl,
    extra: { max: CONNECTIONS, ...connectionSettings },
  });
  await dataSource.initialize();
  const pool = (dataSource.driver as PostgresDriver).master as pg.Pool;
  sturdy(pool);
  if (!owned) await checkTables(pool, service, [...OURS, ...migrations]);
  const owner = owned ? sturdy(new pg.Pool({ connectionString: url, ...OF_OWNER })) : undefined;
  return { dataSource, pool, owner, roles: rolesOf(name), serviceUrl };
};

const OF_OWNER = { max: 1, idleTimeoutMillis: 1_000, ...connectionSettings };

/** Whether the URL is of the service's own role, who makes no tables, rather than of their owner. */
export const isOfService = (baseUrl: string, service: string): boolean =>
  new URL(baseUrl).username === databaseName(baseUrl, service);

/** Throws unless every table is there as this version of the service wants it. */
const checkTables = async (pool: pg.Pool, service: string, wanted: readonly Migration[]): Promise<void> => {
  const { rows } = await pool
    .query<{ name: string }>('select name from migrations')
    .catch(() => ({ rows: [] as { name: string }[] }));
  const made = new Set(rows.map(({ name }) => name));
  const missing = wanted.map((Migration) => (new Migration() as { name?: string }).name ?? Migration.name);
  if (missing.every((name) => made.has(name))) return;
  await pool.end();
  throw new Error(
    `Tables of ${service} are missing or older than this version: let their owner run "npm run tables -- ${service}".`,
  );
};

/** `liren_visits` for the service visits; another database in the given URL replaces `liren`. */
export const databaseName = (baseUrl: string, service: string): string => {
  const prefix = new URL(baseUrl).pathname.slice(1) || 'liren';
  return `${prefix}_${service}`.replaceAll('-', '_');
};

export const withDatabase = (baseUrl: string, name: string): string => {
  const url = new URL(baseUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** Makes a database unless it is there; safe when several services start at once. */
export const createDatabase = async (baseUrl: string, name: string, rolePassword?: string): Promise<void> => {
  const client = new pg.Client({ connectionString: withDatabase(baseUrl, 'postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(4922)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
    await makeRoles(client, baseUrl, rolesOf(name), rolePassword);
  } finally {
    await client.end();
  }
};

const migrate = async (url: string, role: string, migrations: readonly Migration[]): Promise<void> => {
  const owner = new DataSource({ type: 'postgres', url, migrations: [...migrations] as never[] });
  await owner.initialize();
  try {
    await owner.query('select pg_advisory_lock(4923)');
    await owner.runMigrations({ transaction: 'each' });
    await owner.query(grantsTo(rolesOf(role)));
  } finally {
    await owner.destroy();
  }
};

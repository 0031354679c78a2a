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
  /** Connections of the owner, who makes tables of views; one, and only while it is needed. */
  readonly owner: pg.Pool;
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

/**
 * The service's own database: made where it is missing, brought up to date as its owner, then used as a role that may
 * append to the log and do nothing else to it.
 */
export const openDatabase = async (
  baseUrl: string,
  service: string,
  migrations: readonly Migration[],
): Promise<Database> => {
  const name = databaseName(baseUrl, service);
  const url = withDatabase(baseUrl, name);
  await createDatabase(baseUrl, name);
  await migrate(url, name, [...OURS, ...migrations]);
  const serviceUrl = asService(url);
  const dataSource = new DataSource({
    type: 'postgres',
    url: serviceUrl,
    extra: { max: CONNECTIONS, ...connectionSettings },
  });
  await dataSource.initialize();
  const pool = (dataSource.driver as PostgresDriver).master as pg.Pool;
  sturdy(pool);
  const owner = sturdy(
    new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 1_000, ...connectionSettings }),
  );
  return { dataSource, pool, owner, roles: rolesOf(name), serviceUrl };
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
export const createDatabase = async (baseUrl: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: withDatabase(baseUrl, 'postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(4922)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
    await makeRoles(client, baseUrl, rolesOf(name));
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

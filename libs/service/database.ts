import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { connectionSettings, EventLog1700000000000, sturdy, Views1700000000002 } from '#libs/event-store';
import { Messaging1700000000001 } from '#libs/messaging';

/** A TypeORM migration. */
export type Migration = new () => {
  up(runner: never): Promise<unknown>;
  down(runner: never): Promise<unknown>;
};

export interface Database {
  readonly dataSource: DataSource;
  /** The data source's own connections, for what speaks to the driver. */
  readonly pool: pg.Pool;
  /** URL of the service's own database, as its owner. */
  readonly url: string;
  /** The same as the service's own role. */
  readonly serviceUrl: string;
}

const CONNECTIONS = 12;
const OURS = [EventLog1700000000000, Messaging1700000000001, Views1700000000002] as unknown as Migration[];

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
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    extra: {
      max: CONNECTIONS,
      types: connectionSettings.types,
      options: `${connectionSettings.options} -c role=${name}`,
    },
  });
  await dataSource.initialize();
  const pool = (dataSource.driver as PostgresDriver).master as pg.Pool;
  sturdy(pool);
  return { dataSource, pool, url, serviceUrl: `${url}?options=-c%20role%3D${name}` };
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
    const { rowCount: hasRole } = await client.query('select from pg_roles where rolname = $1', [name]);
    if (hasRole === 0) await client.query(`create role ${name} nologin`);
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
    await owner.query(grantsTo(role));
  } finally {
    await owner.destroy();
  }
};

const grantsTo = (role: string): string => `
grant usage, create on schema public to ${role};
grant select, insert, update, delete on all tables in schema public to ${role};
grant usage on all sequences in schema public to ${role};
revoke insert, update, delete, truncate on event, head, claim, range_claim from ${role};
revoke execute on all functions in schema public from public;
grant execute on function append, append_one to ${role};
`;

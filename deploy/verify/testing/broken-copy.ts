import pg from 'pg';
import { databaseName, withDatabase } from '#libs/service';
import { checkAll } from '../check-all.js';
import { openPlatformData } from '../platform-data.js';
import type { Service } from '../services.js';

/** What fails, by invariant. */
export type Failures = Readonly<Partial<Record<string, readonly string[]>>>;

/** All invariants on data that nobody is working on, or that is being worked on. */
export const failuresOf = async (databaseUrl: string, patienceMs = 15_000): Promise<Failures> => {
  const data = await openPlatformData({ databaseUrl, kafka: { brokers: [] }, patienceMs });
  const checked = await checkAll(data).finally(() => data.close());
  const failing = checked.filter(({ finding }) => finding.failures.length > 0);
  return Object.fromEntries(failing.map(({ invariant, finding }) => [invariant.id, finding.failures]));
};

/**
 * The same after somebody has tampered with one database, as its owner and with every trigger off. It is done to a copy
 * that stands in the database's place meanwhile.
 */
export const failuresAfter = async (
  databaseUrl: string,
  where: Service | 'bus',
  tampering: string,
): Promise<Failures> => {
  const name = databaseName(databaseUrl, where);
  const server = withDatabase(databaseUrl, 'postgres');
  await run(server, [
    `alter database ${name} rename to ${name}_untouched`,
    `create database ${name} template ${name}_untouched`,
  ]);
  try {
    await run(withDatabase(databaseUrl, name), [`set session_replication_role = replica; ${tampering}`]);
    return await failuresOf(databaseUrl);
  } finally {
    await run(server, [`drop database ${name}`, `alter database ${name}_untouched rename to ${name}`]);
  }
};

const run = async (url: string, statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseName, withDatabase } from '#libs/service';
import { checkAll } from '../check-all.js';
import { openPlatformData } from '../platform-data.js';
import { SERVICES, type Service } from '../services.js';

/** What fails, by invariant. */
export type Failures = Readonly<Partial<Record<string, readonly string[]>>>;

/** All invariants on data that nobody is working on, or that is being worked on. */
export const failuresOf = async (databaseUrl: string, patienceMs = 15_000): Promise<Failures> => {
  const data = await openPlatformData({ databaseUrl, kafka: { brokers: [] }, patienceMs });
  const checked = await checkAll(data).finally(() => data.close());
  const failing = checked.filter(({ finding }) => finding.failures.length > 0);
  return Object.fromEntries(failing.map(({ invariant, finding }) => [invariant.id, finding.failures]));
};

/** The same on a copy in which somebody has tampered with one database: as its owner, with every trigger off. */
export const failuresAfter = async (
  databaseUrl: string,
  where: Service | 'bus',
  tampering: string,
): Promise<Failures> => {
  const copyUrl = withDatabase(databaseUrl, `copy_${randomBytes(6).toString('hex')}`);
  const names = [...SERVICES, 'bus'].map((service) => ({
    original: databaseName(databaseUrl, service),
    copy: databaseName(copyUrl, service),
  }));
  await run(withDatabase(databaseUrl, 'postgres'), ({ query }) =>
    inOrder(names, ({ original, copy }) =>
      query(`create database ${copy} template ${original} strategy file_copy`),
    ),
  );
  try {
    await run(withDatabase(copyUrl, databaseName(copyUrl, where)), ({ query }) =>
      query(`set session_replication_role = replica; ${tampering}`),
    );
    return await failuresOf(copyUrl);
  } finally {
    await run(withDatabase(databaseUrl, 'postgres'), ({ query }) =>
      inOrder(names, ({ copy }) => query(`drop database ${copy}`)),
    );
  }
};

const run = async (
  url: string,
  work: (client: { query(text: string): Promise<unknown> }) => Promise<unknown>,
): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work({ query: (text) => client.query(text) });
  } finally {
    await client.end();
  }
};

const inOrder = async <T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> => {
  for (const one of all) await work(one);
};

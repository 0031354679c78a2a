import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/deploy/postgres/embedded-postgres.js';

/** A PostgreSQL of our own with fsync on, as `npm start` has it, for the length of the work. */
export const withPostgres = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-bench-'));
  const server = await startEmbeddedPostgres(folder);
  try {
    await work(server.url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** URL of a database that was empty a moment ago. */
export const emptyDatabase = async (server) => {
  const name = `bench_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${server}/${name}`;
};

/** A URL whose services' databases begin with a name nobody else has. */
export const databasePrefix = (server) => `${server}/bench_${randomBytes(6).toString('hex')}`;

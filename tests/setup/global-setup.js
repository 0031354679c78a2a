import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/deploy/postgres/embedded-postgres.js';

/** One PostgreSQL for the whole run; each test makes databases of its own on it, and two may run a whole platform each. */
export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'liren-test-'));
  const server = await startEmbeddedPostgres(folder, {
    ...{ fsync: 'off', synchronous_commit: 'off' },
    max_connections: '500',
  });
  globalThis.lirenTestPostgres = { server, folder };
  process.env.LIREN_TEST_DATABASE_URL = server.url;
}

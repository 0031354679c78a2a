import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** URL of the PostgreSQL server that the test run has started. */
export const testServerUrl = (): string => {
  const url = process.env['LIREN_TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('The test run has started no PostgreSQL; run tests by `npm test`.');
  return url;
};

/** A base URL whose databases nobody else uses: services started with it have their own `<name>_<service>`. */
export const freshBaseUrl = (): string => `${testServerUrl()}/test_${randomBytes(6).toString('hex')}`;

/** A new, empty database on the test server. */
export const freshDatabaseUrl = async (): Promise<string> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: `${testServerUrl()}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${testServerUrl()}/${name}`;
};

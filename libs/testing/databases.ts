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
  await create(name);
  return `${testServerUrl()}/${name}`;
};

/**
 * A base URL under which the database of a service sorts text as people do, as in a PostgreSQL of one's own or in a container:
 * signs come before digits, and those before letters. The test server sorts bytes.
 */
export const baseUrlSortedAsPeopleDo = async (service: string): Promise<string> => {
  const url = freshBaseUrl();
  const name = `${new URL(url).pathname.slice(1)}_${service}`;
  await create(name, `template template0 locale 'C' locale_provider icu icu_locale 'en-US'`);
  return url;
};

const create = async (name: string, as = ''): Promise<void> => {
  const client = new pg.Client({ connectionString: `${testServerUrl()}/postgres` });
  await client.connect();
  await client.query(`create database ${name} ${as}`);
  await client.end();
};

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Every row of every table of every database of a platform, as text; what a dump would show. */
export const allRows = async (baseUrl: string): Promise<string> => {
  const prefix = new URL(baseUrl).pathname.slice(1);
  const server = new URL(baseUrl);
  server.pathname = '/postgres';
  const names = await rowsOf<{ datname: string }>(
    server.href,
    `select datname from pg_database where datname like '${prefix}\\_%'`,
  );
  let text = '';
  for (const { datname } of names) text += await rowsOfDatabase(baseUrl, datname);
  return text;
};

/** Every row of every table of one of them but those that are left out. */
export const rowsOfDatabase = async (baseUrl: string, name: string, without = ''): Promise<string> => {
  const url = new URL(baseUrl);
  url.pathname = `/${name}`;
  const tables = await rowsOf<{ table: string }>(
    url.href,
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') and tablename <> '${without}'`,
  );
  let text = '';
  for (const { table } of tables) {
    const rows = await rowsOf<{ row: string }>(url.href, `select t::text as row from ${table} as t`);
    text += rows.map(({ row }) => row).join('\n');
  }
  return text;
};

const rowsOf = async <Row extends object>(url: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
};

const ZEROS = '\0'.repeat(64);

/** Every file of a folder, byte by byte, without the zeros by which Kafka makes room in its indexes. */
export const allFiles = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1').replaceAll(ZEROS, ''))
    .join('\n');

import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { DomainEvent, Projection } from '#libs/event-sourcing';

export type AnyProjection = Projection<DomainEvent>;

/** Name of the table behind a view's name, one for each time it was built. */
export const tableOf = (name: string, generation: number): string => `${name}__${generation}`;

/** Changes when a view's table would look different, so that it must be built anew. */
export const shapeOf = ({ columns, key, indexes = [], of, store, on }: AnyProjection): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        columns,
        key,
        indexes,
        Object.keys(on).sort(),
        ...(of ?? []),
        ...(store === undefined ? [] : [{ store }]),
        ...(Object.values(columns).some(mayLackJson) ? ['null is null'] : []),
      ]),
    )
    .digest('hex')
    .slice(0, 16);

/** Once JSON that is not there was written as the JSON `null`; tables of that time are built anew. */
const mayLackJson = (type: string): boolean => type === 'json' || type === 'jsonb';

/** Who makes a view's tables, and the roles that use them: the service's own, and the one it takes for people's questions. */
export interface ViewOwner {
  /** Absent where the service may not make tables: their owner has made them before. */
  readonly pool: pg.Pool | undefined;
  readonly service: string;
  readonly people: string;
}

export const createTable = async (
  connection: pg.Pool | pg.PoolClient,
  { name, columns, key, store, indexes = [] }: AnyProjection,
  generation: number,
  owner?: ViewOwner,
): Promise<void> => {
  const table = tableOf(name, generation);
  const list = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
  await connection.query(`create table ${table} (${list.join(', ')}, primary key ("${key}"))`);
  for (const index of indexes) {
    await connection.query(`create index on ${table} ${index.startsWith('using ') ? index : `(${index})`}`);
  }
  if (owner !== undefined) await connection.query(grantsOn(table, store, owner));
};

/** People's role gets rows of the stores that `liren.stores` names, and none while it names none. */
const grantsOn = (table: string, store: string | undefined, { service, people }: ViewOwner): string => `
grant select, insert, update, delete on ${table} to ${service};
grant select on ${table} to ${people};
${
  store === undefined
    ? ''
    : `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy owner on ${table} to current_user using (true) with check (true);
create policy service on ${table} to ${service} using (true) with check (true);
create policy people on ${table} for select to ${people} using (
  (select current_setting('liren.stores', true)) = '*'
  or "${store}" = any ((select string_to_array(current_setting('liren.stores', true), ','))::text[])
  or ("${store}" is null and (select current_setting('liren.stores', true)) <> ''));
`
}`;

/** Readers use the view's plain name and are moved from one table to the other in one step. What the table keeps from them, the view does. */
export const pointTo = async (
  client: pg.PoolClient,
  name: string,
  generation: number,
  owner?: ViewOwner,
): Promise<void> => {
  const table = tableOf(name, generation);
  await client.query(`drop view if exists ${name}`);
  await client.query(`create view ${name} with (security_invoker = true) as select * from ${table}`);
  if (owner !== undefined) await client.query(`grant select on ${name} to ${owner.service}, ${owner.people}`);
};

/** The rows a page touched, written at once. */
export const writeRows = async (
  client: pg.PoolClient,
  { columns, key }: AnyProjection,
  table: string,
  rows: ReadonlyMap<string, Record<string, unknown> | undefined>,
): Promise<void> => {
  const names = Object.keys(columns);
  const written = [...rows.values()].filter((row) => row !== undefined);
  const gone = [...rows].filter(([, row]) => row === undefined).map(([id]) => id);
  if (gone.length > 0) await client.query(`delete from ${table} where "${key}" = any($1)`, [gone]);
  if (written.length === 0) return;
  const list = names.map((name) => `"${name}"`).join(', ');
  const arrays = Object.values(columns).map(
    (type, at) => `$${at + 1}::${isList(type) ? 'text' : bare(type)}[]`,
  );
  const given = names.map((name) =>
    isList(columns[name]!) ? `"${name}"::${bare(columns[name]!)}` : `"${name}"`,
  );
  const updates = names.filter((name) => name !== key).map((name) => `"${name}" = excluded."${name}"`);
  await client.query({
    name: `write-${table}`,
    text: `insert into ${table} (${list}) select ${given.join(', ')} from unnest(${arrays.join(', ')}) as given(${list}) on conflict ("${key}") do ${
      updates.length === 0 ? 'nothing' : `update set ${updates.join(', ')}`
    }`,
    values: names.map((name) => written.map((row) => asWritten(columns[name]!, row[name] ?? null))),
  });
};

export const readRows = async (
  client: pg.PoolClient,
  { columns, key }: AnyProjection,
  table: string,
  keys: readonly string[],
): Promise<Record<string, unknown>[]> => {
  const list = Object.keys(columns).map((name) => `"${name}"`);
  const { rows } = await client.query<Record<string, unknown>>({
    name: `read-${table}`,
    text: `select ${list.join(', ')} from ${table} where "${key}" = any($1)`,
    values: [keys],
  });
  return rows;
};

/** Lists of numbers; they go as literals, for `unnest` would take lists of lists apart. */
const isList = (type: string): boolean => bare(type).endsWith('[]');

const asWritten = (type: string, value: unknown): unknown => {
  if (type.startsWith('json')) return value === null ? null : JSON.stringify(value);
  return isList(type) && value !== null ? `{${(value as readonly unknown[]).join(',')}}` : value;
};

/** `bigint not null` to `bigint`. */
const bare = (type: string): string => type.replace(/ (not null|default .*)/g, '');

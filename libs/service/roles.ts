import { createHmac, scryptSync } from 'node:crypto';
import type pg from 'pg';

/** The roles of one service's database; named as the database is. */
export interface Roles {
  /** What the service connects as: it owns nothing, and row-level security holds for it. */
  readonly service: string;
  /** What it becomes for a moment when people ask: sees rows of their stores alone. Nobody signs in as this. */
  readonly people: string;
}

export const rolesOf = (database: string): Roles => ({ service: database, people: `${database}_people` });

/** The same database as the service's own role; its password is the given one, else follows from the owner's, so that every replica knows it. */
export const asService = (ownerUrl: string, given?: string): string => {
  const url = new URL(ownerUrl);
  const role = url.pathname.slice(1);
  url.password = given ?? passwordOf(url, role);
  url.username = role;
  return url.href;
};

/** Run by the owner on a database that is there; safe again and again. */
export const makeRoles = async (
  client: pg.Client,
  ownerUrl: string,
  { service, people }: Roles,
  given?: string,
): Promise<void> => {
  for (const role of [service, people]) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await client.query(`create role ${role}`);
  }
  const nothing = 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit';
  const password = client.escapeLiteral(given ?? passwordOf(new URL(ownerUrl), service));
  await client.query(`
    alter role ${service} login password ${password} ${nothing};
    alter role ${people} nologin ${nothing};
    grant ${people} to ${service};
    revoke all on database ${service} from public;
    grant connect on database ${service} to ${service};
  `);
};

const passwordOf = ({ password }: URL, role: string): string =>
  createHmac('sha256', stretched(decodeURIComponent(password)))
    .update(role)
    .digest('base64url');

/** Makes guessing the owner's password from a service's cost 32 MB and a quarter of a second per guess. Once per process. */
const stretched = (password: string): Buffer => {
  if (last?.password !== password)
    last = { password, key: scryptSync(password, 'liren service roles', 32, STRETCHING) };
  return last.key;
};
const STRETCHING = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
let last: { password: string; key: Buffer } | undefined;

/**
 * What a service may do to its tables, once they are made. Nothing is its own, also where an earlier version let it make
 * tables; functions that run as the owner look for tables in no schema that somebody else could write to.
 */
export const grantsTo = ({ service, people }: Roles): string => `
do $$ begin
  if exists (select from pg_class where relowner = '${service}'::regrole) then
    grant ${service} to current_user;
    reassign owned by ${service} to current_user;
    revoke ${service} from current_user;
  end if;
end $$;
revoke all on schema public from public, ${service};
grant usage on schema public to ${service}, ${people};
grant select, insert, update, delete on all tables in schema public to ${service};
grant select on view_state to ${people};
grant usage on all sequences in schema public to ${service};
revoke insert, update, delete, truncate on event, head, claim, range_claim, log_seal, migrations from ${service};
revoke execute on all functions in schema public from public;
alter function append set search_path = public, pg_temp;
alter function append_one set search_path = public, pg_temp;
grant execute on function append, append_one, seal_log, link_hash to ${service};
`;

import type pg from 'pg';
import type { Wrapped } from './key-wrapping.js';

/** A row of `subject_key`; `kek` is empty where the wrapping did not say its name yet. */
export interface KeyRow {
  readonly subject: string;
  readonly purpose: string;
  readonly version: number;
  /** Null when it was destroyed. */
  readonly wrapped: Wrapped | null;
  readonly kek: string;
}

const COLUMNS = 'subject, purpose, version, wrapped, kek';

/** The newest version first. */
export const readKeys = async (
  pool: pg.Pool,
  subjects: readonly string[],
  purpose: string,
): Promise<KeyRow[]> => {
  const { rows } = await pool.query<KeyRow>({
    name: 'find-subject-keys',
    text: `select ${COLUMNS} from subject_key where subject = any($1) and purpose = $2 order by version desc`,
    values: [subjects, purpose],
  });
  return rows;
};

/** Resolves to those that were not there before. */
export const insertKeys = async (
  pool: pg.Pool,
  keys: readonly KeyRow[],
): Promise<{ subject: string; purpose: string }[]> => {
  const { rows } = await pool.query<{ subject: string; purpose: string }>({
    name: 'make-subject-keys',
    text: `insert into subject_key (${COLUMNS})
           select s, p, v, w::json, k from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[]) as wanted(s, p, v, w, k)
            order by s, p -- in one order, so that two processes never wait for each other
           on conflict do nothing returning subject, purpose`,
    values: columnsOf(keys),
  });
  return rows;
};

/** Rows that one of these wraps. */
export const keysWrappedBy = async (
  pool: pg.Pool,
  keks: readonly string[],
  limit: number,
): Promise<KeyRow[]> => {
  const { rows } = await pool.query<KeyRow>(
    `select ${COLUMNS} from subject_key where kek = any($1) and wrapped is not null order by subject, purpose limit $2`,
    [keks, limit],
  );
  return rows;
};

/** What was destroyed meanwhile stays so. */
export const rewrapKeys = async (pool: pg.Pool, keys: readonly KeyRow[]): Promise<void> => {
  await pool.query(
    `update subject_key set wrapped = w::json, kek = k
       from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[]) as anew(s, p, v, w, k)
      where subject = s and purpose = p and version = v and wrapped is not null`,
    columnsOf(keys),
  );
};

/** Far longer than any request is in hand. */
const UNTOLD_FOR = '1 hour';

/** After all versions that were told, or have been there so long that nobody is about to tell them. */
export const nextVersion = async (pool: pg.Pool, subject: string, told: number): Promise<number> => {
  const { rows } = await pool.query<{ next: number }>(
    `select greatest(max(version), $2::int) + 1 as next from subject_key
      where subject = $1 and created_at < now() - interval '${UNTOLD_FOR}'`,
    [subject, told],
  );
  return rows[0]!.next;
};

/**
 * Newer versions, of keys that are not destroyed and have none such yet. Whoever destroys them meanwhile is waited for, at the
 * first version, which every key has. Resolves to how many were new.
 */
export const addVersions = async (pool: pg.Pool, keys: readonly KeyRow[]): Promise<number> => {
  const { rowCount } = await pool.query(
    `with wanted as (select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[]) as one(s, p, v, w, k)),
          living as (select s, p, v, w, k from subject_key join wanted on subject = s and purpose = p
                      where version = 1 and wrapped is not null order by s, p for update of subject_key)
     insert into subject_key (${COLUMNS}) select s, p, v, w::json, k from living on conflict do nothing`,
    columnsOf(keys),
  );
  return rowCount ?? 0;
};

/**
 * Rows stay, without their keys, for purposes that had none too: nobody makes her another. First go first versions, after which
 * nobody adds any, then all that are there by then. Resolves to how many keys there were.
 */
export const destroyKeys = async (
  pool: pg.Pool,
  subject: string,
  purposes: readonly string[],
): Promise<number> => {
  const { rows } = await pool.query<{ keys: number }>(
    `with had as (select count(wrapped)::int as keys from subject_key where subject = $1 and purpose = any($2)),
          gone as (insert into subject_key (subject, purpose, version, wrapped, destroyed_at)
                   select $1, p, 1, null, now() from unnest($2::text[]) as p
                   on conflict (subject, purpose, version) do update
                     set wrapped = null, destroyed_at = coalesce(subject_key.destroyed_at, now()))
     select keys from had`,
    [subject, purposes],
  );
  await pool.query(
    `update subject_key set wrapped = null, destroyed_at = now()
      where subject = $1 and purpose = any($2) and wrapped is not null`,
    [subject, purposes],
  );
  return rows[0]!.keys;
};

/** Those of these who have a key still, and those who never had any and could be made one. */
export const subjectsNotDestroyed = async (pool: pg.Pool, subjects: readonly string[]): Promise<string[]> => {
  const { rows } = await pool.query<{ subject: string }>(
    `select asked as subject from unnest($1::text[]) as asked
      where exists (select from subject_key where subject = asked and wrapped is not null)
         or not exists (select from subject_key where subject = asked)`,
    [subjects],
  );
  return rows.map(({ subject }) => subject);
};

const columnsOf = (keys: readonly KeyRow[]): unknown[] => [
  keys.map(({ subject }) => subject),
  keys.map(({ purpose }) => purpose),
  keys.map(({ version }) => version),
  keys.map(({ wrapped }) => JSON.stringify(wrapped)),
  keys.map(({ kek }) => kek),
];

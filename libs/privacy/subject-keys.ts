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

export const readKeys = async (
  pool: pg.Pool,
  subjects: readonly string[],
  purpose: string,
): Promise<KeyRow[]> => {
  const { rows } = await pool.query<KeyRow>({
    name: 'find-subject-keys',
    text: `select ${COLUMNS} from subject_key where subject = any($1) and purpose = $2`,
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

/** Rows stay, without their keys, for purposes that had none too: nobody makes her another. Resolves to how many keys there were. */
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
  return rows[0]!.keys;
};

export const subjectsWithKeys = async (pool: pg.Pool, subjects: readonly string[]): Promise<string[]> => {
  const { rows } = await pool.query<{ subject: string }>(
    'select distinct subject from subject_key where subject = any($1) and wrapped is not null',
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

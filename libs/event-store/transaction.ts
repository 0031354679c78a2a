import type pg from 'pg';

/** Runs work in one transaction of one connection: all of it, or nothing. */
export const inTransaction = <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  withClient(pool, async (client) => {
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });

/** Runs work while nobody else does the same under this name, in any process that uses the database. */
export const alone = <T>(pool: pg.Pool, name: string, work: () => Promise<T>): Promise<T> =>
  withClient(pool, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 2))', [name]);
    try {
      return await work();
    } finally {
      await unlock(client, name);
    }
  });

/** The same, unless somebody does: then nothing. */
export const aloneOrNot = (pool: pg.Pool, name: string, work: () => Promise<void>): Promise<void> =>
  withClient(pool, async (client) => {
    const { rows } = await client.query<{ alone: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 2)) as alone',
      [name],
    );
    if (!rows[0]!.alone) return;
    try {
      await work();
    } finally {
      await unlock(client, name);
    }
  });

const unlock = async (client: pg.PoolClient, name: string): Promise<void> => {
  await client.query('select pg_advisory_unlock(hashtextextended($1, 2))', [name]).catch(() => undefined);
};

const withClient = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
};

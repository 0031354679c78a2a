import type pg from 'pg';
import { inTransaction } from '../transaction.js';
import { createTable, pointTo, shapeOf, tableOf, type AnyProjection, type ViewOwner } from './view-tables.js';

/** One building of a view: a table of its own, and how far it has come. */
export interface Generation {
  readonly generation: number;
  readonly position: number;
  readonly shape: string;
}

/** The one that readers see. */
export const liveGeneration = async (pool: pg.Pool, name: string): Promise<Generation | undefined> => {
  const { rows } = await pool.query<Generation>(
    'select generation, position, shape from view_state where name = $1 and live',
    [name],
  );
  return rows[0];
};

/** Makes an empty table beside the live one, in place of any other that is there. */
export const beginGeneration = (
  pool: pg.Pool,
  projection: AnyProjection,
  owner?: ViewOwner,
): Promise<number> =>
  inTransaction(pool, async (client) => {
    const { name } = projection;
    const { rows } = await client.query<{ generation: number }>(
      'select generation from view_state where name = $1 order by generation for update',
      [name],
    );
    await dropOthers(client, name);
    const next = (rows.at(-1)?.generation ?? 0) + 1;
    await createTable(client, projection, next, owner);
    await client.query('insert into view_state values ($1, $2, 0, $3, false)', [
      name,
      next,
      shapeOf(projection),
    ]);
    return next;
  });

/**
 * Drops every table of a view but the live one. Nothing follows the log there, so who is erased would stay in it: neither
 * the table before is kept nor one whose building was broken off.
 */
export const dropOthers = async (client: pg.PoolClient, name: string): Promise<void> => {
  const { rows } = await client.query<{ generation: number }>(
    'select generation from view_state where name = $1 and not live for update',
    [name],
  );
  for (const { generation } of rows) await client.query(`drop table if exists ${tableOf(name, generation)}`);
  await client.query('delete from view_state where name = $1 and not live', [name]);
};

/** Positions of the live generation and of the one that is to take its place, neither of which moves meanwhile. */
export const holdStill = async (
  client: pg.PoolClient,
  name: string,
  next: number,
): Promise<{ live: number; built: number }> => {
  const { rows } = await client.query<Generation>(
    'select generation, position from view_state where name = $1 and (live or generation = $2) for update',
    [name, next],
  );
  const built = rows.find(({ generation }) => generation === next);
  if (built === undefined) throw takenOver(name);
  return { built: built.position, live: rows.find((row) => row !== built)?.position ?? 0 };
};

/** Lets readers see it, and it alone is left. Two statements: in one, the unique index would see two live ones or not, as it happens. */
export const goLive = async (
  client: pg.PoolClient,
  name: string,
  generation: number,
  position: number,
  owner?: ViewOwner,
): Promise<void> => {
  await client.query('update view_state set live = false where name = $1 and live', [name]);
  await client.query('update view_state set live = true, position = $3 where name = $1 and generation = $2', [
    name,
    generation,
    position,
  ]);
  await pointTo(client, name, generation, owner);
  await dropOthers(client, name);
};

export const takenOver = (name: string): Error =>
  new Error(`Somebody else has begun to rebuild view ${name}.`);

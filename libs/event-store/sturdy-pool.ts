import type pg from 'pg';

/** A connection that breaks fails the query that is on it, if any, and never the process; the next use takes a new one. */
export const sturdy = (pool: pg.Pool): pg.Pool => {
  pool.on('error', () => undefined); // one that was idle
  pool.on('connect', (client) => client.on('error', () => undefined)); // one in hand
  return pool;
};

import type pg from 'pg';

/** A connection that breaks while it is idle is left out from then on, and never ends the process; the next use takes a new one. */
export const sturdy = (pool: pg.Pool): pg.Pool => pool.on('error', () => undefined);

import pg from 'pg';
import { toInstant } from './event-row.js';

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, toInstant);
types.setTypeParser(pg.types.builtins.DATE, String);

/** One that breaks in hand fails the query that is on it, if any, and never the process. */
class SturdyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** How every connection of ours speaks: instants as ISO strings in UTC, dates as `yyyy-mm-dd`, 64-bit numbers as numbers. */
export const connectionSettings = { types, options: '-c TimeZone=UTC', Client: SturdyClient } as const;

import pg from 'pg';
import {
  connectionSettings,
  eventLog,
  EventStore,
  sealsSchema,
  sturdy,
  viewsSchema,
} from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { messagingSchema } from '../messaging/messaging.sql.js';
import { freshDatabaseUrl } from './databases.js';

/** A store with connections of its own, as another process has. */
export interface LogProcess {
  readonly store: EventStore;
  readonly pool: pg.Pool;
  /** Ends all its connections on the server's side, as a crash of the server or the network does. */
  loseConnections(): Promise<void>;
}

/** A new database with an empty log, tables of messaging and of views; and processes that use it. */
export interface FreshLog {
  readonly url: string;
  process(options?: { clock?: Clock; cachedStates?: number; connections?: number }): LogProcess;
  /** Rows of a query, over a connection that no process uses. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const systemTime: Clock = { now: () => new Date() };

export const freshLog = async (): Promise<FreshLog> => {
  const url = await freshDatabaseUrl();
  const observer = new pg.Pool({ connectionString: url, max: 2, ...connectionSettings });
  await observer.query(eventLog + messagingSchema + viewsSchema + sealsSchema);
  const pools = [observer];
  return {
    url,
    query: async (text, values) => (await observer.query(text, values)).rows as never,
    process: ({ clock = systemTime, cachedStates, connections = 6 } = {}) => {
      const name = `process ${pools.length}`;
      const pool = new pg.Pool({
        connectionString: url,
        max: connections,
        application_name: name,
        ...connectionSettings,
      });
      pools.push(sturdy(pool));
      const loseConnections = async (): Promise<void> => {
        await observer.query(TERMINATE, [name]);
      };
      return { store: new EventStore(pool, clock, { cachedStates }), pool, loseConnections };
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
};

const TERMINATE =
  'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()';

import {
  pongoSingleStreamProjection,
  getPostgreSQLEventStore,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import {
  connectionSettings,
  eventLog,
  EventStore,
  uuidv7,
  View,
  viewsSchema,
} from '../dist/libs/event-store/index.js';
import { aFact } from './fact.mjs';
import { interleaved, rowsAgainst } from './measure.mjs';
import { emptyDatabase } from './postgres.mjs';

const EVENTS = 40_000;
const PEER_EVENTS = 2_000;
const CLIENTS = 1_000;

/** What each client has paid: one row per client, as a member's balance is. */
const paidByClient = {
  name: 'paid_by_client',
  columns: { client: 'text', paidMinor: 'bigint not null', visits: 'integer not null' },
  key: 'client',
  reads: ({ stream }) => [stream],
  on: {
    VisitCompleted: ({ stream, data }, rows) => {
      const { paidMinor, visits } = rows.get(stream) ?? { paidMinor: 0, visits: 0 };
      rows.set(stream, { client: stream, paidMinor: paidMinor + data.paidMinor, visits: visits + 1 });
    },
  },
};

/** Events per second of rebuilding a view, against merely reading the same rows, and against Emmett's rebuild. */
export const rebuild = async (server) => {
  const pool = new pg.Pool({ connectionString: await emptyDatabase(server), max: 8, ...connectionSettings });
  pool.on('error', () => undefined); // the server may go first
  await pool.query(eventLog);
  await pool.query(viewsSchema);
  const store = new EventStore(pool, { now: () => new Date() });
  await fill(EVENTS, (client, fact) =>
    store.append({
      context: { commandId: uuidv7() },
      streams: [{ stream: `client:${client}`, expected: 'any', events: [fact] }],
    }),
  );
  const view = new View(pool, store, paidByClient);
  await view.prepare();
  const emmett = await filledEmmett(await emptyDatabase(server));
  const figures = await interleaved({
    liren: () => timed(() => view.rebuild().then(() => EVENTS)),
    'reading the same rows': () => timed(() => readAll(pool).then(() => EVENTS)),
    emmett: () => emmett.forget().then(() => timed(emmett.rebuild)),
  });
  await emmett.close();
  await pool.end();
  return rowsAgainst('rebuild', 'events/s', figures, 'liren');
};

/** Events per second of work that resolves to how many it did. */
const timed = async (work) => {
  const start = performance.now();
  const events = await work();
  return events / ((performance.now() - start) / 1_000);
};

const fill = async (count, appendOne) => {
  for (let at = 0; at < count; at += CLIENTS) {
    await Promise.all(
      Array.from({ length: Math.min(CLIENTS, count - at) }, (_, client) => appendOne(client, aFact())),
    );
  }
};

/** The same columns by the same driver in pages, and nothing done with them. */
const readAll = async (pool) => {
  let position = 0;
  for (;;) {
    const { rows } = await pool.query({
      name: 'read',
      text: `select position, version, id, command_id, correlation_id, causation_id, occurred_at, recorded_at, stream, type,
                    store_id, actor, policy_version, data from event where position > $1 order by position limit 5000`,
      values: [position],
    });
    if (rows.length === 0) return;
    position = rows.at(-1).position;
  }
};

const filledEmmett = async (connectionString) => {
  let folded = 0;
  const projection = pongoSingleStreamProjection({
    collectionName: 'paid_by_client',
    canHandle: ['VisitCompleted'],
    evolve: (document, { data }) => {
      folded += 1;
      return {
        paidMinor: (document?.paidMinor ?? 0) + data.paidMinor,
        visits: (document?.visits ?? 0) + 1,
      };
    },
  });
  const store = getPostgreSQLEventStore(connectionString, { projections: [{ type: 'async', projection }] });
  await fill(PEER_EVENTS, (client, { type, data }) =>
    store.appendToStream(`client-${client}`, [{ type, data }]),
  );
  const pool = new pg.Pool({ connectionString, max: 1 });
  pool.on('error', () => undefined); // the server may go first
  return {
    /** Its rebuild goes on from its checkpoint, which is at the end after the first time. */
    forget: () => pool.query('delete from emt_processors'),
    rebuild: async () => {
      folded = 0;
      const consumer = rebuildPostgreSQLProjections({ connectionString, projection });
      try {
        await consumer.start();
      } finally {
        await consumer.close();
      }
      return folded;
    },
    close: async () => {
      await pool.end();
      await store.close();
    },
  };
};

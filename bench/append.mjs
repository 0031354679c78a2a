import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { connectionSettings, eventLog, EventStore, uuidv7 } from '../dist/libs/event-store/index.js';
import { aFact } from './fact.mjs';
import { interleaved, rateOf, rowsAgainst } from './measure.mjs';
import { emptyDatabase } from './postgres.mjs';

const MS = 2_000;
const CONNECTIONS = 20;

/** The columns and constraints of the log, without anything that decides. */
const PLAIN = `
create table plain (
  position bigserial primary key, version integer not null, id uuid not null, command_id uuid not null,
  correlation_id uuid not null, causation_id uuid, occurred_at timestamptz not null, recorded_at timestamptz not null,
  stream text not null, type text not null, store_id text, actor text, policy_version text, request_hash text,
  data json not null, unique (stream, version)
);
create index on plain (command_id);`;
const COLUMNS =
  'version, id, command_id, correlation_id, occurred_at, recorded_at, stream, type, store_id, data';

const rowOf = () => {
  const { type, occurredAt, storeId, data } = aFact();
  const command = uuidv7();
  return [
    1,
    uuidv7(),
    command,
    command,
    occurredAt,
    occurredAt,
    `visit:${data.visitId}`,
    type,
    storeId,
    JSON.stringify(data),
  ];
};

/** Appends per second at a number of callers, against Emmett, a plain insert per append, and inserts of 1,000 rows. */
export const append = async (server, callers) => {
  const url = await emptyDatabase(server);
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, ...connectionSettings });
  pool.on('error', () => undefined); // the server may go first
  await pool.query(eventLog);
  await pool.query(PLAIN);
  const store = new EventStore(pool, { now: () => new Date() });
  const emmettUrl = await emptyDatabase(server);
  const emmett = getPostgreSQLEventStore(emmettUrl);
  await emmett.schema.migrate?.();
  const contenders = {
    liren: () => rateOf(callers, MS, () => appendOurs(store)),
    'liren, a claim each': () => rateOf(callers, MS, () => appendOurs(store, claimOf)),
    emmett: () => rateOf(callers, MS, () => appendEmmett(emmett)),
    'insert per append': () => rateOf(callers, MS, () => insertOne(pool)),
    'inserts of 1,000 rows': () => rateOf(1, MS, () => insertThousand(pool)),
  };
  const figures = await interleaved(contenders);
  await emmett.close();
  await pool.end();
  return rowsAgainst(`append-${callers}`, 'appends/s', figures, 'liren');
};

const noClaims = () => [];
const claimOf = ({ data }) => [{ action: 'take', key: `visit-no:${data.visitId}` }];

/** Every column, idempotent, claims in place: the whole of what an append does here. */
const appendOurs = async (store, claimsOf = noClaims) => {
  const fact = aFact();
  await store.append({
    context: { commandId: uuidv7() },
    streams: [
      { stream: `visit:${fact.data.visitId}`, expected: 'noStream', events: [fact], claims: claimsOf(fact) },
    ],
  });
};

const appendEmmett = async (emmett) => {
  const { type, data } = aFact();
  await emmett.appendToStream(`visit:${data.visitId}`, [{ type, data }], {
    expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
  });
};

const insertOne = async (pool) => {
  await pool.query({
    name: 'insert-one',
    text: `insert into plain (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: rowOf(),
  });
};

const insertThousand = async (pool) => {
  const rows = Array.from({ length: 1_000 }, rowOf);
  await pool.query({
    name: 'insert-thousand',
    text: `insert into plain (${COLUMNS})
           select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::timestamptz[],
                                $7::text[], $8::text[], $9::text[], $10::json[])`,
    values: rows[0].map((_, at) => rows.map((row) => row[at])),
  });
  return rows.length;
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { startKafka } from '../dist/deploy/kafka/kafka-server.js';
import { freePort } from '../dist/deploy/all-in-one/free-port.js';
import { connectionSettings, uuidv7 } from '../dist/libs/event-store/index.js';
import {
  Consumer,
  KafkaTransport,
  messagingSchema,
  PostgresTransport,
} from '../dist/libs/messaging/index.js';
import { noTraces } from '../dist/libs/tracing/index.js';
import { interleaved, rowsAgainst } from './measure.mjs';
import { emptyDatabase } from './postgres.mjs';

const MESSAGES = 100_000;
const TYPE = 'bench.points-earned.v1';
const TOPIC = 'liren.bench.v1';
const KEYS = 2_000;

/** Messages per second into a view that keeps its position with its rows, against merely reading them from Kafka. */
export const consume = async (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-bench-kafka-'));
  const kafka = await startKafka({ folder, port: await freePort() });
  const bus = await PostgresTransport.connect(await emptyDatabase(server));
  const topics = new KafkaTransport({ brokers: kafka.brokers, clientId: 'bench' });
  try {
    await publish(topics);
    await publish(bus);
    const figures = await interleaved({
      'liren from kafka': () => intoView(server, topics),
      'liren from postgres': () => intoView(server, bus),
      'bare kafkajs eachBatch': () => bareRead(kafka.brokers),
    });
    const ofKafka = {
      liren: figures['liren from kafka'],
      'bare kafkajs eachBatch': figures['bare kafkajs eachBatch'],
    };
    const ofPostgres = {
      liren: figures['liren from postgres'],
      'liren from kafka': figures['liren from kafka'],
    };
    return [
      ...rowsAgainst('consume', 'messages/s', ofKafka, 'liren'),
      ...rowsAgainst('consume', 'messages/s', ofPostgres, 'liren').map((row) => ({
        ...row,
        peerName: 'kafka, ours being the postgres transport',
      })),
    ];
  } finally {
    await bus.close();
    await kafka.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const publish = async (transport) => {
  await transport.ensureTopics([TOPIC]);
  const producer = await transport.producer();
  for (let at = 0; at < MESSAGES; at += 1_000) {
    await producer.send(
      TOPIC,
      Array.from({ length: 1_000 }, (_, one) => messageOf(at + one + 1)),
    );
  }
  await producer.close();
};

const messageOf = (position) => ({
  id: uuidv7(),
  type: TYPE,
  source: '/liren/bench/bench',
  subject: `member:${position % KEYS}`,
  time: '2026-03-01T02:00:00.000Z',
  recordedAt: '2026-03-01T02:00:00.000Z',
  position,
  key: `member:${position % KEYS}`,
  correlationId: uuidv7(),
  causationId: null,
  data: { clientId: `member:${position % KEYS}`, storeId: 'sh-01', points: 12, balance: position },
});

const intoView = async (server, transport) => {
  const pool = new pg.Pool({ connectionString: await emptyDatabase(server), max: 8, ...connectionSettings });
  pool.on('error', () => undefined); // the server may go first
  await pool.query(messagingSchema);
  await pool.query(
    'create table balance (member text primary key, points bigint not null, told integer not null)',
  );
  let seen = 0;
  let finish;
  const all = new Promise((resolve) => (finish = resolve));
  const fold = async (messages, transaction) => {
    const rows = new Map();
    for (const { data } of messages) {
      const row = rows.get(data.clientId) ?? { points: 0, told: 0 };
      rows.set(data.clientId, { points: data.balance, told: row.told + 1 });
    }
    const values = [...rows.values()];
    await transaction.query({
      name: 'balance',
      text: `insert into balance select * from unnest($1::text[], $2::bigint[], $3::int[])
             on conflict (member) do update set points = excluded.points, told = balance.told + excluded.told`,
      values: [[...rows.keys()], values.map(({ points }) => points), values.map(({ told }) => told)],
    });
    seen += messages.length;
    if (seen === MESSAGES) finish();
  };
  const handlers = { each: new Map(), batches: new Map([[TYPE, fold]]) };
  const onError = (error) => process.stderr.write(`${error}\n`);
  const consumer = new Consumer(pool, transport, handlers, {
    group: `bench-${uuidv7()}`,
    clock: { now: () => new Date() },
    traces: noTraces,
    onError,
  });
  const start = performance.now();
  await consumer.start();
  await all;
  const rate = MESSAGES / ((performance.now() - start) / 1_000);
  await consumer.stop();
  await pool.end();
  return rate;
};

const bareRead = async (brokers) => {
  const kafka = new Kafka({ brokers, clientId: 'bare', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({
    groupId: `bare-${uuidv7()}`,
    maxWaitTimeInMs: 100,
    maxBytesPerPartition: 2 * 1024 * 1024,
  });
  const start = performance.now();
  await consumer.connect();
  await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
  let seen = 0;
  await new Promise((resolve) => {
    void consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: async ({ batch }) => {
        seen += batch.messages.length;
        if (seen === MESSAGES) resolve();
      },
    });
  });
  const rate = MESSAGES / ((performance.now() - start) / 1_000);
  await consumer.disconnect();
  return rate;
};

// Compares one earning fact per visit with one per bill line (docs/adr/0006): append rate, size of the log, time to load
// a member. Run by `npm run build && node services/membership/bench/earning-facts.mjs [visits] [lines] [rounds]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../dist/deploy/postgres/embedded-postgres.js';
import { EventStore, inCommandContext, uuidv7 } from '../../../dist/libs/event-store/index.js';
import { openDatabase, systemClock } from '../../../dist/libs/service/index.js';
import {
  EarnPoints,
  earnPoints,
} from '../../../dist/services/membership/src/member/earn-points/earn-points.js';
import { onePerHundred } from '../../../dist/services/membership/src/member/earning-policy.js';
import { member } from '../../../dist/services/membership/src/member/member.js';

const [VISITS = 5_000, LINES = 26, ROUNDS = 5] = process.argv.slice(2).map(Number);
const VISITS_PER_MEMBER = 50;
const CALLERS = 100;
const LOADS = 20;

/** The same decision, each line a fact of its own, and a state that holds the same. */
const decideByLine = (command, state) => {
  const [, earned] = earnPoints(onePerHundred)(command, { ...state, enrolled: false });
  const { lines, points: _points, ...visit } = earned.data;
  let { balance } = state;
  return lines.map((line) => ({ ...earned, data: { ...visit, ...line, balance: (balance += line.points) } }));
};

const memberByLine = {
  ...member,
  evolve: (before, { data, policyVersion }) => {
    const visit = before.visits.get(data.sourceId) ?? { policyVersion, points: new Map() };
    visit.points.set(data.lineId, data.points); // changed in place: copying for every line would only add to its time
    if (!before.visits.has(data.sourceId)) before = { ...before, visits: new Map(before.visits) };
    before.visits.set(data.sourceId, visit);
    return { ...before, balance: data.balance };
  },
};

const shapes = {
  'one fact per visit': { aggregate: member, decide: earnPoints(onePerHundred) },
  'one fact per line': { aggregate: memberByLine, decide: decideByLine },
};

const visitOf = (clientId, at) =>
  new EarnPoints({
    clientId,
    storeId: 'sh-01',
    visitId: uuidv7(),
    currency: 'CNY',
    lines: Array.from({ length: LINES }, (_, line) => ({
      lineId: String(line + 1),
      paidMinor: 100 + ((at * 31 + line * 977) % 4_000),
    })),
    occurredAt: '2026-03-01T02:00:00.000Z',
    completedOn: '2026-03-01',
  });

const appendAll = async (store, { aggregate, decide }, visits) => {
  const waiting = [...visits];
  const caller = async () => {
    for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
      const command = visit;
      await inCommandContext({ commandId: uuidv7() }, () =>
        store.transact(aggregate, command.data.clientId, (state) => decide(command, state)),
      );
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
};

const timed = async (work) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

const measure = async (url, shape) => {
  const { pool, dataSource } = await openDatabase(`${url}/bench_${uuidv7().slice(-12)}`, 'membership', []);
  const clients = Array.from({ length: Math.ceil(VISITS / VISITS_PER_MEMBER) }, () => uuidv7());
  const visits = Array.from({ length: VISITS }, (_, at) => visitOf(clients[at % clients.length], at));
  const seconds = await timed(() => appendAll(new EventStore(pool, systemClock(0)), shape, visits));
  const { rows } = await pool.query(
    `select pg_total_relation_size('event') / $1::numeric as bytes, (select count(*) from event) as facts`,
    [VISITS],
  );
  const load = async () => {
    for (const client of clients.slice(0, LOADS)) {
      await new EventStore(pool, systemClock(0)).load(shape.aggregate, client);
    }
  };
  await load();
  const loadMs = ((await timed(load)) * 1_000) / Math.min(LOADS, clients.length);
  await dataSource.destroy();
  return {
    visitsPerSecond: VISITS / seconds,
    bytesPerVisit: Number(rows[0].bytes),
    facts: Number(rows[0].facts),
    loadMs,
  };
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const folder = mkdtempSync(join(tmpdir(), 'liren-earning-facts-'));
const server = await startEmbeddedPostgres(folder);
try {
  const runs = Object.fromEntries(Object.keys(shapes).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, shape] of Object.entries(shapes)) runs[name].push(await measure(server.url, shape));
  }
  console.log(
    `${VISITS} visits of ${LINES} lines, ${VISITS_PER_MEMBER} per member, median of ${ROUNDS} rounds`,
  );
  for (const [name, of] of Object.entries(runs)) {
    const figure = (key) => Math.round(median(of.map((run) => run[key])) * 10) / 10;
    console.log(
      `${name}: ${figure('facts')} facts, ${figure('visitsPerSecond')} visits/s, ` +
        `${figure('bytesPerVisit')} bytes of log per visit, ${figure('loadMs')} ms to load a member`,
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

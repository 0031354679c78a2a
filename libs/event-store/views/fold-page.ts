import type pg from 'pg';
import type { Recorded } from '#libs/event-sourcing';
import { readRows, writeRows, type AnyProjection } from './view-tables.js';

type Rows = Map<string, Record<string, unknown> | undefined>;

/** Folds a page of facts in memory, and writes what they have changed at once. */
export const foldPage = async (
  client: pg.PoolClient,
  projection: AnyProjection,
  table: string,
  page: readonly Recorded[],
): Promise<void> => {
  const { on, name } = projection;
  const events = page.filter(({ stream }) => isFollowed(projection, stream));
  const rows = await rowsAtHand(client, projection, table, events);
  const touched: Rows = new Map();
  const access = {
    get: (id: string) => rows.get(id),
    set: (id: string, row: Record<string, unknown>) => void (rows.set(id, row), touched.set(id, row)),
    delete: (id: string) => void (rows.delete(id), touched.set(id, undefined)),
  };
  for (const event of events) {
    const handle = on[event.type];
    if (handle === undefined) throw new Error(`View ${name} has no case for ${event.type}.`);
    handle(event, access);
  }
  await writeRows(client, projection, table, touched);
};

/** Whether a view is told of the facts of a stream. */
export const isFollowed = ({ of }: Pick<AnyProjection, 'of'>, stream: string): boolean =>
  (of?.includes(categoryOf(stream)) ?? true) && categoryOf(stream) !== OF_THE_FRAME;

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf(':'));

/** What every service records beside its own facts; no view of theirs has a case for it. */
const OF_THE_FRAME = 'acknowledgement';

/** The rows that the view says it reads. */
const rowsAtHand = async (
  client: pg.PoolClient,
  projection: AnyProjection,
  table: string,
  events: readonly Recorded[],
): Promise<Rows> => {
  const { reads, key } = projection;
  if (reads === undefined) return new Map();
  const wanted = [...new Set(events.flatMap((event) => reads(event)))];
  if (wanted.length === 0) return new Map();
  const found = await readRows(client, projection, table, wanted);
  return new Map(found.map((row) => [String(row[key]), row]));
};

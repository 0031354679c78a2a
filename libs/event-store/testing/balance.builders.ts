import type { Projection } from '#libs/event-sourcing';
import type { FreshLog, LogProcess } from '#libs/testing';
import { View } from '../views/view.js';
import { earned, redeemed, toStream, type PointsEvent } from './points.builders.js';

export interface BalanceRow {
  member: string;
  balance: number;
  facts: number;
}

/** Adds, where a real view sets: whatever is folded twice or never shows in the number of facts. */
export const counted = (row: BalanceRow | undefined, member: string, points: number): BalanceRow => ({
  member,
  balance: (row?.balance ?? 0) + points,
  facts: (row?.facts ?? 0) + 1,
});

export const balance: Projection<PointsEvent, BalanceRow> = {
  name: 'balance',
  columns: { member: 'text', balance: 'bigint not null', facts: 'integer not null' },
  key: 'member',
  reads: ({ stream }) => [stream],
  on: {
    PointsEarned: ({ stream, data }, rows) =>
      rows.set(stream, counted(rows.get(stream), stream, data.points)),
    PointsRedeemed: ({ stream, data }, rows) =>
      rows.set(stream, counted(rows.get(stream), stream, -data.points)),
  },
};

/** A view as a process has it, ready to follow. */
export const prepared = async <Row>(
  { pool, store }: Pick<LogProcess, 'pool' | 'store'>,
  projection: Projection<PointsEvent, Row> = balance as never,
): Promise<View> => {
  const view = new View(pool, store, projection);
  await view.prepare();
  return view;
};

/** To the end of the log. */
export const follow = async (...views: readonly View[]): Promise<void> => {
  await Promise.all(
    views.map(async (view) => {
      while (await view.tick());
    }),
  );
};

/** Appends six facts for every five asked, over some members. */
export const appendPoints = async ({ store }: LogProcess, appends: number, members = 7): Promise<void> => {
  const events = (at: number): PointsEvent[] => (at % 5 === 0 ? [redeemed(1), earned(2)] : [earned(at)]);
  await Promise.all(
    Array.from({ length: appends }, (_, at) =>
      store.append(toStream(`points:${at % members}`, { events: events(at) })),
    ),
  );
};

/** How many facts the view shows. */
export const factsSeen = async (log: FreshLog): Promise<number> => {
  const [row] = await log.query<{ facts: number }>(
    'select coalesce(sum(facts), 0)::int as facts from balance',
  );
  return row!.facts;
};

export const rowsOf = (log: FreshLog, table: string): Promise<object[]> =>
  log.query(`select * from ${table} order by member`);

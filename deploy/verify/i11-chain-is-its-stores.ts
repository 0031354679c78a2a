import { nothingOf, number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';

interface Sum {
  metric: string;
  /** Null for the whole chain. */
  storeId: string | null;
  sum: number;
}

/**
 * I11: headquarters' totals are the sums of its stores. Clients are no sum: one who visits two stores counts once for the
 * chain.
 */
export const chainIsItsStores: Invariant = {
  id: 'I11',
  checks: 'headquarters = Σ stores',
  check: async (data: PlatformData): Promise<Finding> => {
    const [reporting, stores] = [data.of('reporting'), data.of('stores')];
    if (reporting === undefined || stores === undefined) return nothingOf('reporting or stores');
    const { behind } = await data.settled();
    const sums = await reporting.rows<Sum>(SUMS);
    const opened = await stores.rows<{ storeId: string }>(OPENED);
    const ids = opened.map(({ storeId }) => storeId);
    const unnamed = await reporting.failing<{ storeId: string }>(
      `select id as "storeId" from unnest($1::text[]) as opened(id)
        where not exists (select from store_name where "storeId" = id) order by id`,
      [ids],
      ({ storeId }) => `store ${storeId} was opened, and has no row in the report`,
    );
    const chain = sums.filter(({ storeId }) => storeId === null);
    return {
      counted: `${number(chain.length)} metrics over ${number(ids.length)} stores`,
      failures: [...differences(chain, sums, new Set(ids)), ...(behind.length > 0 ? [] : unnamed)],
    };
  },
};

/** In one statement, so at one moment. */
const SUMS = `
select metric, "storeId", sum(delta)::bigint as sum from metric_delta
 group by grouping sets ((metric), (metric, "storeId")) order by metric, "storeId"`;

const OPENED = `select distinct data->>'storeId' as "storeId" from event where type = 'StoreOpened' order by 1`;

const differences = (
  chain: readonly Sum[],
  all: readonly Sum[],
  opened: ReadonlySet<string | null>,
): string[] =>
  chain.flatMap(({ metric, sum }) => {
    const ofStores = all.filter((one) => one.metric === metric && opened.has(one.storeId));
    const total = ofStores.reduce((before, one) => before + one.sum, 0);
    if (total === sum) return [];
    return [`reporting: ${metric} is ${sum} for the chain, its stores have ${total}`];
  });

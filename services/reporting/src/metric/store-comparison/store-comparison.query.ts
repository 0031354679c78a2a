import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, ScopedReads, Views, withSurvivors, type Reads } from '#libs/service';
import { nameOn, type Moment, type Named } from '../../message/name-on-a-day.js';
import { DEFINITION_VERSION } from '../metric-definitions.js';
import { figuresOf, type Figures, type MetricSum } from './store-comparison.js';

export interface ComparisonRow extends Figures {
  storeId: string;
  name: string;
  /** ISO 4217; what the row's amounts are in. */
  currency: string | null;
  /** `yyyy-mm`; only in a report by month. */
  month?: string;
}

export interface StoreComparison {
  /** Last day that counts. */
  asOf: string | null;
  /** Nothing learned later counts. */
  knownAt: string;
  /** How far reporting had listened. */
  position: number;
  rows: ComparisonRow[];
  /** Of the stores that whoever asks may see. `currency` is null when stores keep books in several: sums of amounts say nothing then. */
  totals: Figures & { currency: string | null };
}

export interface Question {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly by?: 'month';
  readonly minPosition?: number;
}

interface SumRow extends MetricSum {
  storeId: string | null;
  month: string | null;
}

const VIEWS = ['metric_delta', 'client_link', 'store_name'];

/** Links as they were known then: of what was told of two, the last counts. */
const KNOWN_LINKS = `known_link as (
  select "survivorId", "mergedId" from (
    select distinct on ("survivorId", "mergedId") "survivorId", "mergedId", linked from client_link
     where $3::timestamptz is null or "recordedAt" <= $3
     order by "survivorId", "mergedId", position desc) as last_told
   where linked)`;

/** Who is one person counts as one client; what they paid and did is no less for it. */
const SUMS = `
${withSurvivors({ first: KNOWN_LINKS, links: 'known_link' })}
select "storeId", month, metric, sum(delta)::bigint as sum, count(distinct person) as clients
  from (select "storeId", metric, delta, coalesce("survivorId", metric_delta."clientId") as person,
               case when $4 then to_char("occurredOn", 'YYYY-MM') end as month
          from metric_delta left join survivor on survivor."clientId" = metric_delta."clientId"
         where "occurredOn" >= coalesce($1::date, '-infinity') and "occurredOn" <= coalesce($2::date, 'infinity')
           and ($3::timestamptz is null or "recordedAt" <= $3) and "definitionVersion" = ${DEFINITION_VERSION}) as counted
 group by grouping sets (("storeId", month, metric), (metric))`;

@Injectable()
export class StoreComparisonQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Sums of deltas with `occurredOn` up to `asOf`, of what was recorded up to `knownAt`: the same whenever it is asked again
   * once the messages of that time are here. Without `knownAt`, all that is here: the clocks of those who told may be ahead.
   */
  async compare(question: Question): Promise<StoreComparison> {
    await this.views.reached(VIEWS, question.minPosition);
    const last = earlier(question.to, question.asOf);
    const now = this.clock.now().toISOString();
    // One snapshot: the sums, the names and the position belong together.
    return this.reads.snapshot(VIEWS, async (snapshot) => {
      const sums = await snapshot.query<SumRow>(SUMS, [
        question.from ?? null,
        last ?? null,
        question.knownAt ?? null,
        question.by === 'month',
      ]);
      const stores = await storesOf(snapshot, { asOf: question.asOf, knownAt: question.knownAt, now });
      return {
        asOf: question.asOf ?? null,
        knownAt: question.knownAt ?? now,
        position: await positionOf(snapshot),
        rows: rowsOf(sums, stores, question.by === 'month'),
        totals: {
          currency: commonCurrency([...stores.values()]),
          ...figuresOf(sums.filter(({ storeId }) => storeId === null)),
        },
      };
    });
  }
}

const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || other === undefined ? (one ?? other) : one < other ? one : other;

type Store = Pick<ComparisonRow, 'storeId' | 'name' | 'currency'>;

/** As they were called then. A store that nobody knew of yet is in no report of that time. */
const storesOf = async (snapshot: Reads, moment: Moment): Promise<Map<string, Store>> => {
  const rows = await snapshot.query<Named & Store>(
    `select * from store_name where $1::timestamptz is null or "recordedAt" <= $1`,
    [moment.knownAt ?? null],
  );
  return new Map(
    rows.map((row) => {
      const { storeId, currency } = row;
      return [storeId, { storeId, name: nameOn(row, moment), currency }];
    }),
  );
};

const commonCurrency = (stores: readonly Store[]): string | null => {
  const [currency, ...others] = new Set(stores.map((store) => store.currency));
  return others.length === 0 ? (currency ?? null) : null;
};

/** Up to here all is in it: the view that is furthest behind says so, for each follows at its own pace. */
const positionOf = async (snapshot: Reads): Promise<number> => {
  const rows = await snapshot.query<{ position: number }>(
    'select min(position) as position from view_state where name = any($1) and live',
    [VIEWS],
  );
  return rows[0]!.position;
};

/** Every store has a row, also one where nothing happened; in a report by month, only months where something did. */
const rowsOf = (
  sums: readonly SumRow[],
  stores: ReadonlyMap<string, Store>,
  byMonth: boolean,
): ComparisonRow[] => {
  const groups = new Map<string, { storeId: string; month: string | null; sums: SumRow[] }>();
  if (!byMonth) for (const storeId of stores.keys()) groups.set(storeId, { storeId, month: null, sums: [] });
  for (const sum of sums) {
    if (sum.storeId === null) continue;
    const key = byMonth ? `${sum.storeId} ${sum.month}` : sum.storeId;
    const group = groups.get(key) ?? { storeId: sum.storeId, month: sum.month, sums: [] };
    groups.set(key, group);
    group.sums.push(sum);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { storeId, month, sums: own }]) => ({
      ...(stores.get(storeId) ?? { storeId, name: storeId, currency: null }),
      ...(byMonth ? { month: month! } : {}),
      ...figuresOf(own),
    }));
};

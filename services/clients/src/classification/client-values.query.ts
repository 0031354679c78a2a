import { Injectable } from '@nestjs/common';
import { Rejection } from '#libs/event-sourcing';
import { page, type Page, type PageQuery } from '#libs/http';
import { ScopedReads, Views, type Reads } from '#libs/service';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { abcOn, type ABC } from './abc.js';
import { CURRENCIES, ITEMS, SIZES } from './client-values.sql.js';
import type { PaidPeriod } from './paid-period.js';
import type { ValueSizes } from './value-sizes/value-sizes.js';

export interface ClientValue {
  readonly clientId: string;
  readonly class: (typeof ABC)[number];
  readonly paidMinor: number;
  readonly visits: number;
  readonly share: number;
  readonly cumulatedShare: number;
}

/** By what shares they are classed, and what they paid in: null where nothing was paid. */
export interface ClassedBy {
  readonly policyVersion: string;
  readonly currency: string | null;
}

type Place = Pick<PageQuery, 'cursor'> & { readonly limit: number };

const VIEWS = ['client_visit', 'merged_client'];

/** Of visits in stores that whoever asks may see. Refuses with `several-currencies` where none is named. */
@Injectable()
export class ClientValuesQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly policies: KnownPoliciesQuery,
  ) {}

  list(asked: PaidPeriod, { cursor, limit }: Place): Promise<Page<ClientValue> & ClassedBy> {
    const [before = null, beforeId = null] = cursor?.split(' ') ?? [];
    return this.of(asked, async (reads, period) => {
      const rows = await reads.query<ClientValue>(ITEMS, [...period, before, beforeId, limit + 1]);
      return page(rows, limit, ({ paidMinor, clientId }) => `${paidMinor} ${clientId}`);
    });
  }

  sizes(asked: PaidPeriod): Promise<ValueSizes & ClassedBy> {
    return this.of(asked, async (reads, period) => (await reads.query<ValueSizes>(SIZES, period))[0]!);
  }

  private async of<Found>(
    asked: PaidPeriod,
    find: (reads: Reads, period: readonly unknown[]) => Promise<Found>,
  ): Promise<Found & ClassedBy> {
    await this.views.reached(VIEWS, asked.minPosition);
    const { from, to, storeId = null } = asked;
    const { version, value } = abcOn(await this.policies.of('client-classification'), storeId, to);
    return this.reads.snapshot(VIEWS, async (reads) => {
      const currency = await currencyOf(reads, asked);
      const period = [from, to, storeId, currency, value.aUpToPercent, value.bUpToPercent];
      return { ...(await find(reads, period)), policyVersion: version, currency };
    });
  }
}

/** The one that was paid in, where that is one. */
const currencyOf = async (
  reads: Reads,
  { from, to, storeId, currency }: PaidPeriod,
): Promise<string | null> => {
  if (currency !== undefined) return currency;
  const rows = await reads.query<{ currency: string }>(CURRENCIES, [from, to, storeId ?? null]);
  const currencies = rows.map((row) => row.currency);
  if (currencies.length <= 1) return currencies[0] ?? null;
  throw new Rejection('several-currencies', 'What was paid is of several currencies: name one.', {
    currencies,
  });
};

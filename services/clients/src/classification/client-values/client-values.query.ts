import { Injectable } from '@nestjs/common';
import { Rejection } from '#libs/event-sourcing';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views, type Reads } from '#libs/service';
import type { ABC, AbcPolicy } from '../abc.js';
import { CURRENCIES, ITEMS, SUMMARY } from './client-values.sql.js';

type Class = (typeof ABC)[number];

export interface ClientValue {
  readonly clientId: string;
  readonly class: Class;
  readonly paidMinor: number;
  readonly visits: number;
  readonly share: number;
  readonly cumulatedShare: number;
}

export interface ValueSummary {
  readonly clients: number;
  readonly paidMinor: number;
  readonly classes: readonly { class: Class; clients: number; paidMinor: number }[];
  readonly clientsFor80Percent: number;
  readonly shareOfClientsFor80Percent: number | null;
}

export interface Period {
  readonly from: string;
  readonly to: string;
  readonly storeId?: string | undefined;
  readonly currency?: string | undefined;
}

export interface Asked extends Period {
  readonly cursor: string | undefined;
  readonly limit: number;
  readonly minPosition?: number | undefined;
}

export type ClientValues = Page<ClientValue> & { currency: string | null; summary: ValueSummary };

const VIEWS = ['client_visit', 'merged_client'];

@Injectable()
export class ClientValuesQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Of visits in stores that whoever asks may see. Refuses with `several-currencies` where none is named. */
  async list(asked: Asked, { value: { aUpToPercent, bUpToPercent } }: AbcPolicy): Promise<ClientValues> {
    await Promise.all(VIEWS.map((view) => this.views.reached(view, asked.minPosition)));
    const { from, to, storeId = null, cursor, limit } = asked;
    return this.reads.snapshot(VIEWS, async (reads) => {
      const currency = await currencyOf(reads, asked);
      const period = [from, to, storeId, currency, aUpToPercent, bUpToPercent];
      const [summary] = await reads.query<ValueSummary>(SUMMARY, period);
      const [before = null, beforeId = null] = cursor?.split(' ') ?? [];
      const rows = await reads.query<ClientValue>(ITEMS, [...period, before, beforeId, limit + 1]);
      const items = page(rows, limit, ({ paidMinor, clientId }) => `${paidMinor} ${clientId}`);
      return { ...items, currency, summary: summary! };
    });
  }
}

/** The one that was paid in, where that is one. */
const currencyOf = async (reads: Reads, { from, to, storeId, currency }: Period): Promise<string | null> => {
  if (currency !== undefined) return currency;
  const rows = await reads.query<{ currency: string }>(CURRENCIES, [from, to, storeId ?? null]);
  const currencies = rows.map((row) => row.currency);
  if (currencies.length <= 1) return currencies[0] ?? null;
  throw new Rejection('several-currencies', 'What was paid is of several currencies: name one.', {
    currencies,
  });
};

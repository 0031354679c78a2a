import type { ClientVisitRow } from './client-visits/client-visits.projection.js';

export type Bought = Pick<
  ClientVisitRow,
  'id' | 'kind' | 'visitId' | 'storeId' | 'happenedOn' | 'currency' | 'lines'
>;

export interface Amount {
  /** Null where goods came back whose bill nobody knows, to a store where she never paid. */
  readonly currency: string | null;
  readonly paidMinor: number;
  readonly returnedMinor: number;
}

export interface Purchase {
  readonly itemId: string;
  /** Visits on which she had it. */
  readonly times: number;
  readonly quantity: number;
  readonly returnedQuantity: number;
  readonly amounts: readonly Amount[];
  /** Days at the store; null for what she only ever brought back. */
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  /** Days from one to the next, on average and rounded; null for who had it on one day alone. */
  readonly everyDays: number | null;
}

interface Line {
  readonly kind: 'visit' | 'return';
  readonly onceId: string;
  readonly on: string;
  readonly currency: string | null;
  readonly quantity: number;
  readonly amountMinor: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What she had and bought, by item; what she had last comes first. */
export const purchasesOf = (history: readonly Bought[]): Purchase[] => {
  const currencyOf = currencies(history);
  const lines = new Map<string, Line[]>();
  for (const { id: onceId, kind, happenedOn: on, visitId, storeId, currency, lines: all } of history)
    for (const { itemId, quantity, amountMinor } of all) {
      const paidIn = currency ?? currencyOf(visitId) ?? currencyOf(storeId);
      const ofItem = lines.get(itemId) ?? [];
      ofItem.push({ kind, onceId, on, quantity, amountMinor, currency: paidIn });
      lines.set(itemId, ofItem);
    }
  return [...lines].map(([itemId, ofItem]) => purchaseOf(itemId, ofItem)).sort(lastFirst);
};

/** A return does not say its currency: it is that of its bill, else that of the store, which never changes. */
const currencies = (history: readonly Bought[]) => {
  const known = new Map<string, string>();
  for (const { id, storeId, currency } of history)
    if (currency !== null) known.set(id, currency).set(storeId, currency);
  return (id: string | null): string | null => (id === null ? null : (known.get(id) ?? null));
};

const purchaseOf = (itemId: string, lines: readonly Line[]): Purchase => {
  const bought = lines.filter(({ kind }) => kind === 'visit');
  const returned = lines.filter(({ kind }) => kind === 'return');
  const days = [...new Set(bought.map(({ on }) => on))].sort();
  const [firstOn = null, lastOn = null] = [days[0], days.at(-1)];
  return {
    itemId,
    times: new Set(bought.map(({ onceId }) => onceId)).size,
    quantity: sumOf(bought, 'quantity'),
    returnedQuantity: sumOf(returned, 'quantity'),
    amounts: [...new Set(lines.map(({ currency }) => currency))].map((currency) => ({
      currency,
      paidMinor: sumOf(bought.filter(isIn(currency)), 'amountMinor'),
      returnedMinor: sumOf(returned.filter(isIn(currency)), 'amountMinor'),
    })),
    ...{ firstOn, lastOn },
    everyDays: days.length < 2 ? null : Math.round(daysBetween(firstOn!, lastOn!) / (days.length - 1)),
  };
};

const isIn =
  (currency: string | null) =>
  (line: Line): boolean =>
    line.currency === currency;

const sumOf = (lines: readonly Line[], what: 'quantity' | 'amountMinor'): number =>
  lines.reduce((sum, line) => sum + line[what], 0);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const lastFirst = (one: Purchase, other: Purchase): number =>
  (other.lastOn ?? '').localeCompare(one.lastOn ?? '') || one.itemId.localeCompare(other.itemId);

import type { Cells } from '../reading/row.js';
import { MOST } from '#libs/http';
import { decimalOf, minorUnits } from './decimal.js';
import type { Refusal, Taken } from './interpreted.js';
import type { Mapping } from './mapping.js';

type Kind = Taken['kind'];

/** As many as a bill line takes. */
const MOST_PIECES = 1_000_000;
const WHOLE = /^[+-]?\d{1,15}(?:\.0*)?$/;

/** Reads how many of a thing, and what they cost together. Goods that came back may be written as less than nothing. */
export const readAmount = ({ columns, currency }: Pick<Mapping, 'columns' | 'currency'>) => {
  const digits = minorDigitsOf(currency);
  const isPrice = columns.unitPrice !== undefined;
  const column = columns.unitPrice ?? columns.amount ?? '';

  const quantityOf = (cells: Cells, kind: Kind): number | Refusal => {
    const text = (cells[columns.quantity] ?? '').trim();
    if (!WHOLE.test(text)) return notWhole(columns.quantity);
    const quantity = kind === 'return' ? Math.abs(Number(text)) : Number(text);
    if (quantity > MOST_PIECES) return tooMany(columns.quantity);
    return quantity > 0 ? quantity : notPositive(columns.quantity);
  };

  const amountOf = (cells: Cells, kind: Kind, quantity: number): number | Refusal => {
    const decimal = decimalOf((cells[column] ?? '').trim());
    if (decimal === undefined) return notANumber(column);
    if (decimal.units < 0n && (isPrice || kind === 'sale')) return negative(column);
    const amountMinor = minorUnits(decimal, isPrice ? quantity : 1, digits);
    return amountMinor === undefined || amountMinor > MOST ? tooMuch(column) : amountMinor;
  };

  return { quantityOf, amountOf };
};

/** 2 for pounds, 0 for yen, 3 for dinars. */
const minorDigitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const refusal =
  (code: string, what: string) =>
  (column: string): Refusal => ({ code, reason: `"${column}" ${what}.` });

const notWhole = refusal('not-a-whole-number', 'is not a whole number');
const notPositive = refusal('quantity-not-positive', 'is zero, or negative in a row that is no return');
const notANumber = refusal('not-a-number', 'is not a number such as 12.50');
const negative = refusal('negative-amount', 'is negative');
const tooMany = refusal('too-many', `is more than ${MOST_PIECES.toLocaleString('en')}`);
const tooMuch = refusal('amount-too-large', 'makes an amount larger than any bill');

import type { Cells } from '../reading/row.js';
import { readAmount } from './amount.js';
import { refused, type Interpreted, type Refusal, type Taken } from './interpreted.js';
import { localTimes } from './local-time.js';
import type { Mapping } from './mapping.js';

/** As long as what a bill line holds. The names of things are cut to it; what identifies them is refused instead. */
const MAX_DESCRIPTION_LENGTH = 200;
const MAX_ITEM_LENGTH = 64;

/** Reads the bill line of a row, or says why there is none. */
export const readBillLine = (mapping: Mapping) => {
  const { columns } = mapping;
  const { quantityOf, amountOf } = readAmount(mapping);
  const timeOf = localTimes(columns.occurredAt.format);
  const walkIns = new Set(['', ...mapping.walkIn]);

  return (row: number, kind: Taken['kind'], cells: Cells): Interpreted => {
    const visitKey = cellIn(cells, columns.visit);
    if (visitKey === '') return refused(row, missing(columns.visit));
    const storeKey = cellIn(cells, columns.store);
    if (storeKey === '') return refused(row, missing(columns.store));
    const item = cellIn(cells, columns.item);
    if (item === '') return refused(row, missing(columns.item));
    if (item.length > MAX_ITEM_LENGTH) return refused(row, tooLong(columns.item));
    const quantity = quantityOf(cells, kind);
    if (typeof quantity !== 'number') return refused(row, quantity);
    const amountMinor = amountOf(cells, kind, quantity);
    if (typeof amountMinor !== 'number') return refused(row, amountMinor);
    const occurredAtLocal = timeOf(cellIn(cells, columns.occurredAt.column));
    if (occurredAtLocal === undefined) return refused(row, notATime(columns.occurredAt.column));
    const client = cellIn(cells, columns.client);
    const clientKey = walkIns.has(client) ? null : client;
    const description = cellIn(cells, columns.description).slice(0, MAX_DESCRIPTION_LENGTH);
    // One literal: joining objects by spreading costs as much as all the rest of reading a row.
    return {
      kind,
      row,
      visitKey,
      storeKey,
      clientKey,
      item,
      description,
      quantity,
      amountMinor,
      occurredAtLocal,
    };
  };
};

/** Empty for a column the mapping does not name. */
const cellIn = (cells: Cells, column: string | undefined): string =>
  column === undefined ? '' : (cells[column] ?? '').trim();

const missing = (column: string): Refusal => ({ code: 'missing-value', reason: `"${column}" is empty.` });

const tooLong = (column: string): Refusal => ({
  code: 'too-long',
  reason: `"${column}" is longer than ${MAX_ITEM_LENGTH} characters.`,
});

const notATime = (column: string): Refusal => ({
  code: 'not-a-time',
  reason: `"${column}" is no time in the format of the mapping.`,
});

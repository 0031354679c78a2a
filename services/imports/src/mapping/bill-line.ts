import type { Cells } from '../reading/row.js';
import { readAmount } from './amount.js';
import { refused, type Interpreted, type Refusal, type Taken } from './interpreted.js';
import { localTimes } from './local-time.js';
import type { Mapping } from './mapping.js';

/** As long as what stores and visits hold. Descriptions are cut to it; what identifies a thing is refused instead. */
const MAX_DESCRIPTION_LENGTH = 200;
const MAX_KEY_LENGTH = { visit: 200, store: 100, client: 64, item: 64 };

/** Reads the bill line of a row, or says why there is none. */
export const readBillLine = (mapping: Mapping) => {
  const { columns } = mapping;
  const { quantityOf, amountOf } = readAmount(mapping);
  const timeOf = localTimes(columns.occurredAt.format);
  const walkIns = new Set(['', ...mapping.walkIn]);

  const faultOf = (key: string, field: keyof typeof MAX_KEY_LENGTH): Refusal | undefined => {
    if (key === '' && field !== 'client') return missing(columns[field]);
    return key.length > MAX_KEY_LENGTH[field] ? tooLong(columns[field]!, MAX_KEY_LENGTH[field]) : undefined;
  };

  return (row: number, kind: Taken['kind'], cells: Cells): Interpreted => {
    const visitKey = cellIn(cells, columns.visit);
    const storeKey = cellIn(cells, columns.store);
    const item = cellIn(cells, columns.item);
    const client = cellIn(cells, columns.client);
    const keyFault =
      faultOf(visitKey, 'visit') ??
      faultOf(storeKey, 'store') ??
      faultOf(item, 'item') ??
      faultOf(client, 'client');
    if (keyFault) return refused(row, keyFault);
    const quantity = quantityOf(cells, kind);
    if (typeof quantity !== 'number') return refused(row, quantity);
    const amountMinor = amountOf(cells, kind, quantity);
    if (typeof amountMinor !== 'number') return refused(row, amountMinor);
    const occurredAtLocal = timeOf(cellIn(cells, columns.occurredAt.column));
    if (occurredAtLocal === undefined) return refused(row, notATime(columns.occurredAt.column));
    const clientKey = walkIns.has(client) ? null : client;
    const description = shortened(cellIn(cells, columns.description));
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

/** Never between the two halves of a character beyond the first 65,536. */
const shortened = (text: string): string =>
  text.length > MAX_DESCRIPTION_LENGTH
    ? text.slice(0, MAX_DESCRIPTION_LENGTH).replace(/[\uD800-\uDBFF]$/, '')
    : text;

const missing = (column: string): Refusal => ({ code: 'missing-value', reason: `"${column}" is empty.` });

const tooLong = (column: string, length: number): Refusal => ({
  code: 'too-long',
  reason: `"${column}" is longer than ${length} characters.`,
});

const notATime = (column: string): Refusal => ({
  code: 'not-a-time',
  reason: `"${column}" is no time in the format of the mapping.`,
});

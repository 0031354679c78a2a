import type { Interpreted, Taken } from '../mapping/interpreted.js';
import type { Scan } from './grouped.js';
import type { Row } from './row.js';

/** Visits and returns may share a number. */
export const groupOf = ({ kind, visitKey }: Taken): string => `${kind} ${visitKey}`;

/** Reads a file to its end: finds the last row of every visit, and what is wrong with the file as a whole. */
export const scanRows = async (
  batches: AsyncIterable<readonly Row[]>,
  interpreted: (row: Row) => Interpreted,
): Promise<Scan> => {
  const tally = tallyOf();
  for await (const batch of batches) for (const row of batch) tally.add(interpreted(row));
  return tally.result();
};

const tallyOf = () => {
  const lastRowOf = new Map<string, number>();
  const storeKeys = new Set<string>();
  const refused: Record<string, number> = {};
  let rows = 0;
  let lastRow = 1;
  return {
    add: (row: Interpreted): void => {
      rows += 1;
      lastRow = row.row;
      if (row.kind === 'refused') {
        refused[row.code] = (refused[row.code] ?? 0) + 1;
        return;
      }
      lastRowOf.set(groupOf(row), row.row);
      storeKeys.add(row.storeKey);
    },
    result: (): Scan => {
      const visits = [...lastRowOf.keys()].filter((group) => group.startsWith('sale ')).length;
      const returns = lastRowOf.size - visits;
      return { rows, lastRow, visits, returns, refused, storeKeys: [...storeKeys], lastRowOf };
    },
  };
};

import { refused, type Interpreted, type Refused, type Taken } from '../mapping/interpreted.js';
import type { Grouped, GroupedBatch, GroupedLine, Scan } from './grouped.js';
import { groupOf } from './scan.js';

interface OpenGroup {
  readonly first: Taken;
  occurredAtLocal: string;
  readonly lines: GroupedLine[];
}

/**
 * Collects rows into visits, which need not stand together in the file. A visit is given out with its last row, so
 * only those begun and not ended are held. Its first row says whose it is and where; rows that disagree are refused.
 */
export const grouping = ({ lastRowOf }: Pick<Scan, 'lastRowOf'>) => {
  const open = new Map<string, OpenGroup>();
  let throughRow = 1;

  const take = (row: Taken, batch: Collected): void => {
    const group = groupOf(row);
    const begun = open.get(group) ?? begin(row);
    const disagreement = disagreementOf(row, begun.first);
    if (disagreement) batch.refused.push(disagreement);
    else addLine(begun, row);
    open.set(group, begun);
    if (lastRowOf.get(group) !== row.row) return;
    open.delete(group);
    batch.visits.push(ended(begun, row.row));
  };

  return {
    take: (rows: readonly Interpreted[]): GroupedBatch => {
      const batch: Collected = { visits: [], refused: [] };
      for (const row of rows) {
        if (row.kind === 'refused') batch.refused.push(row);
        else take(row, batch);
      }
      throughRow = rows.at(-1)?.row ?? throughRow;
      return { throughRow, ...batch };
    },
    /** How many visits have begun and not ended. */
    open: (): number => open.size,
  };
};

interface Collected {
  readonly visits: Grouped[];
  readonly refused: Refused[];
}

const begin = (first: Taken): OpenGroup => ({ first, occurredAtLocal: first.occurredAtLocal, lines: [] });

const addLine = (
  group: OpenGroup,
  { row, item, description, quantity, amountMinor, occurredAtLocal }: Taken,
): void => {
  if (occurredAtLocal < group.occurredAtLocal) group.occurredAtLocal = occurredAtLocal;
  group.lines.push({ lineNumber: group.lines.length + 1, row, item, description, quantity, amountMinor });
};

const ended = ({ first, occurredAtLocal, lines }: OpenGroup, lastRow: number): Grouped => ({
  key: first.visitKey,
  kind: first.kind,
  storeKey: first.storeKey,
  clientKey: first.clientKey,
  occurredAtLocal,
  lines,
  lastRow,
});

const IN_TWO_STORES = {
  code: 'visit-in-two-stores',
  reason: 'Its visit began in another store, in a row above.',
};
const OF_TWO_CLIENTS = {
  code: 'visit-of-two-clients',
  reason: 'Its visit began with another client, in a row above.',
};

const disagreementOf = ({ row, storeKey, clientKey }: Taken, first: Taken): Refused | undefined => {
  if (storeKey !== first.storeKey) return refused(row, IN_TWO_STORES);
  return clientKey === first.clientKey ? undefined : refused(row, OF_TWO_CLIENTS);
};

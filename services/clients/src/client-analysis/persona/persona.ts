import { ageBandOf } from '../../client/age-band.js';
import type { FileFields } from '../../client/file-sections.config.js';
import { SMALLEST_GROUP } from '../../client/small-groups.js';

/** What clients are alike in; null where it is not known, or of an age below every band. */
export interface Traits {
  readonly ageBand: string | null;
  readonly sex: string | null;
  /** By a year’s spending. */
  readonly spend: string | null;
  /** What she comes for. */
  readonly need: string | null;
}

export interface Cell extends Traits {
  /** Null for a cell of several stores, in each of which too few are of it. */
  readonly storeId: string | null;
  readonly clients: number;
}

type Placed = Traits & { readonly storeId: string };

export const traitsOf = (file: FileFields, spend: string | null, today: string): Traits => ({
  ageBand: ageBandOf(file.person ?? {}, today)?.name ?? null,
  sex: file.person?.sex ?? null,
  spend,
  need: file.preferences?.careTendency ?? null,
});

/**
 * Each client is in one cell. A cell of few is told of no store: it is put together with the like of other stores, and where
 * that is of few too, nobody is told. There are no sums beside the cells, from which one that is missing could be had.
 */
export const personaOf = (clients: readonly Placed[], smallest = SMALLEST_GROUP): Cell[] => {
  const ofStores = cellsOf(clients.map((one) => ({ ...one, clients: 1 })));
  const isLarge = ({ clients: size }: Cell): boolean => size >= smallest;
  const ofSeveral = cellsOf(
    ofStores.filter((cell) => !isLarge(cell)).map((cell) => ({ ...cell, storeId: null })),
  );
  return [...ofStores, ...ofSeveral].filter(isLarge).sort((one, other) => other.clients - one.clients);
};

const cellsOf = (cells: readonly Cell[]): Cell[] => {
  const found = new Map<string, Cell>();
  for (const { storeId, ageBand, sex, spend, need, clients } of cells) {
    const key = JSON.stringify([storeId, ageBand, sex, spend, need]);
    const before = found.get(key)?.clients ?? 0;
    found.set(key, { storeId, ageBand, sex, spend, need, clients: before + clients });
  }
  return [...found.values()];
};

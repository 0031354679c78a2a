import type { Refused, Taken } from '../mapping/interpreted.js';

export interface GroupedLine {
  /** 1 for the first line of its visit or return. */
  readonly lineNumber: number;
  readonly row: number;
  readonly item: string;
  readonly description: string;
  readonly quantity: number;
  readonly amountMinor: number;
}

/** All the bill lines of one visit, or all the goods returned under one number. A key may have one of each kind. */
export interface Grouped {
  readonly key: string;
  readonly kind: Taken['kind'];
  readonly storeKey: string;
  readonly clientKey: string | null;
  /** The earliest of its lines. */
  readonly occurredAtLocal: string;
  readonly lines: readonly GroupedLine[];
  /** The row its last line was read from; visits come in this order. */
  readonly lastRow: number;
}

/** What a stretch of a file comes to. */
export interface GroupedBatch {
  /** Rows up to this one have been read. */
  readonly throughRow: number;
  readonly visits: readonly Grouped[];
  readonly refused: readonly Refused[];
}

/** What the first reading of a file finds. */
export interface Scan {
  /** Rows below the header that are not blank. */
  readonly rows: number;
  readonly lastRow: number;
  readonly visits: number;
  readonly returns: number;
  /** How many rows will be refused, by code, those that disagree with their visit aside. */
  readonly refused: Readonly<Record<string, number>>;
  /** The stores of visits and returns, as the file names them, in the order they appear. */
  readonly storeKeys: readonly string[];
  /** By visit or return: the last row it has. */
  readonly lastRowOf: ReadonlyMap<string, number>;
}

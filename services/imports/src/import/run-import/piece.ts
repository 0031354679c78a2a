import type { AnyMapping } from '../../mapping/any-mapping.js';
import type { Scan } from '../../reading/grouped.js';
import type { RefusedRow } from '../import.events.js';
import type { Behalf } from './liren-api.query.js';

/** One import under way. */
export interface Job<Mapping extends AnyMapping = AnyMapping> {
  readonly importId: string;
  readonly path: string;
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly behalf: Behalf | undefined;
  readonly scan: Scan;
  /** Nothing is to be kept: it only says what would become of the file. */
  readonly dryRun: boolean;
  /** Rows up to this one were sent before. */
  readonly fromRow: number;
  readonly signal: AbortSignal;
  readonly onProgress: (throughRow: number) => void;
}

/** A stretch of a file, ready to be sent. */
export interface Piece {
  readonly throughRow: number;
  /** Resolves to the rows that were not taken, by anybody, in their order. */
  readonly send: () => Promise<RefusedRow[]>;
}

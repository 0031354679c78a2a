import type { ClientRow } from '../../mapping/client-row.js';
import type { Refused } from '../../mapping/interpreted.js';

type Row = ClientRow | Refused;

const MOST_ROWS = 500;
/** Of files, as UTF-16; in UTF-8 they have three times as many bytes at most, and a request takes 8 MiB. */
const MOST_SIGNS = 2_000_000;

/** Rows as many at a time as a request holds. */
export function* inPieces(rows: readonly Row[]): Generator<readonly Row[]> {
  let piece: Row[] = [];
  let signs = 0;
  for (const row of rows) {
    const more = row.kind === 'client' ? JSON.stringify(row.file).length : 0;
    if (piece.length === MOST_ROWS || (piece.length > 0 && signs + more > MOST_SIGNS)) {
      yield piece;
      [piece, signs] = [[], 0];
    }
    piece.push(row);
    signs += more;
  }
  if (piece.length > 0) yield piece;
}

import type { Cells } from '../reading/row.js';

/** What a program writes before text that a spreadsheet would take for a formula. */
const GUARD = /^'(?='*[=+\-@\t\r])/;

/** What a cell says, as it was meant; nothing for a column that the mapping does not name. */
export const cellText = (cells: Cells, column: string | undefined): string =>
  column === undefined ? '' : (cells[column] ?? '').trim().replace(GUARD, '');

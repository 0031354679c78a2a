import type { RawRow, Row, RowFault } from './row.js';
import { UnreadableFile } from './unreadable-file.js';

/** What a cell of a spreadsheet can hold; a longer one is something else pasted into it. */
export const MAX_CELL_LENGTH = 32_767;

const CELL_TOO_LONG: RowFault = {
  code: 'cell-too-long',
  reason: `A cell of this row is longer than ${MAX_CELL_LENGTH} characters.`,
};

/** PostgreSQL stores none, so one such row would take its whole batch with it. */
const NUL_CHARACTER: RowFault = {
  code: 'nul-character',
  reason: 'A cell of this row holds a NUL character, which is no text.',
};

export interface WantedColumns {
  readonly names: readonly string[];
  /** A row must have as many cells as the header: so in CSV, where a missing one shifts all that follow. */
  readonly exactWidth: boolean;
}

/** Finds the wanted columns in a header and reads rows by them; `undefined` for a blank row. */
export const columnsOf = (header: readonly string[], wanted: WantedColumns) => {
  const names = Array.from(header, (name: string | undefined) => name?.trim() ?? '');
  refuseMissing(names, wanted.names);
  refuseAmbiguous(names, wanted.names);
  const places = wanted.names.map((name) => [name, names.indexOf(name)] as const);

  return ({ number, values, fault }: RawRow): Row | undefined => {
    if (fault !== undefined) return { number, fault };
    if (isBlank(values)) return undefined;
    if (wanted.exactWidth && values.length !== names.length)
      return { number, fault: wrongWidth(names, values) };
    const cells: Record<string, string> = {};
    let broken: RowFault | undefined;
    for (const [name, place] of places) {
      const cell = values[place] ?? '';
      cells[name] = cell;
      if (cell.length > MAX_CELL_LENGTH) broken = CELL_TOO_LONG;
      if (cell.includes('\0')) broken = NUL_CHARACTER;
    }
    return broken ? { number, fault: broken } : { number, cells };
  };
};

export const isBlank = (values: readonly string[]): boolean => values.every((value) => value.trim() === '');

const wrongWidth = (names: readonly string[], values: readonly string[]): RowFault => ({
  code: 'wrong-cell-count',
  reason: `This row has ${values.length} cells where the header has ${names.length}.`,
});

/** Names what is wanted, not what is there: in a file without a header that would be the data of a person. */
const refuseMissing = (names: readonly string[], wanted: readonly string[]): void => {
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  const almost = names.filter((name) => missing.some((one) => one.toLowerCase() === name.toLowerCase()));
  throw new UnreadableFile(
    'missing-column',
    `The file has no column ${list(missing)}${almost.length > 0 ? `, only ${list(almost)}` : ''}. ` +
      (otherDelimiter(names) ?? 'Its first row must name them; or change "columns" in the mapping.'),
  );
};

const otherDelimiter = ([only, ...others]: readonly string[]): string | undefined => {
  const found = others.length === 0 ? /[;\t|,]/.exec(only ?? '')?.[0] : undefined;
  return found && `Its cells seem to be divided by ${JSON.stringify(found)}: set "delimiter" in the mapping.`;
};

const refuseAmbiguous = (names: readonly string[], wanted: readonly string[]): void => {
  const twice = wanted.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice.length === 0) return;
  throw new UnreadableFile(
    'ambiguous-column',
    `The file has more than one column ${list(twice)}: rename those that are not meant.`,
  );
};

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

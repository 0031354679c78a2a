import type { RawRow, Row, RowFault } from './row.js';
import { UnreadableFile } from './unreadable-file.js';

/** What a cell of a spreadsheet can hold; a longer one is something else pasted into it. */
export const MAX_CELL_LENGTH = 32_767;

const CELL_TOO_LONG: RowFault = {
  code: 'cell-too-long',
  reason: `A cell of this row is longer than ${MAX_CELL_LENGTH} characters.`,
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
    let longest = 0;
    for (const [name, place] of places) {
      const cell = values[place] ?? '';
      cells[name] = cell;
      longest = Math.max(longest, cell.length);
    }
    return longest > MAX_CELL_LENGTH ? { number, fault: CELL_TOO_LONG } : { number, cells };
  };
};

export const isBlank = (values: readonly string[]): boolean => values.every((value) => value.trim() === '');

const wrongWidth = (names: readonly string[], values: readonly string[]): RowFault => ({
  code: 'wrong-cell-count',
  reason: `This row has ${values.length} cells where the header has ${names.length}.`,
});

const refuseMissing = (names: readonly string[], wanted: readonly string[]): void => {
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  throw new UnreadableFile(
    'missing-column',
    `The file has no column ${list(missing)}; its first row names ${list(names.filter((name) => name !== ''))}. ` +
      (otherDelimiter(names) ?? 'Name the columns in the file so, or change "columns" in the mapping.'),
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

/** Quoted and cut: a header may be a whole file read in the wrong way. */
const list = (names: readonly string[]): string =>
  names
    .slice(0, 40)
    .map((name) => `"${name.slice(0, 60)}"`)
    .join(', ') || 'nothing';

export type RowFaultCode =
  'broken-quote' | 'row-too-long' | 'wrong-cell-count' | 'cell-too-long' | 'nul-character';

/** Why one row could not be read. The reason never quotes a cell: it may hold what is personal. */
export interface RowFault {
  readonly code: RowFaultCode;
  readonly reason: string;
}

export type Cells = Readonly<Record<string, string>>;

/** `number` is what a spreadsheet shows beside the row: the header is row 1. */
interface Numbered {
  readonly number: number;
}

/** A row under the names of its columns, or why it could not be read. */
export type Row = Numbered &
  (
    | { readonly cells: Cells; readonly fault?: undefined }
    | { readonly cells?: undefined; readonly fault: RowFault }
  );

/** A row before its columns have names; cells a workbook leaves out are holes. */
export type RawRow = Numbered &
  (
    | { readonly values: readonly string[]; readonly fault?: undefined }
    | { readonly values?: undefined; readonly fault: RowFault }
  );

import type { DomainEvent } from '#libs/event-sourcing';

export type ImportStarted = DomainEvent<
  'ImportStarted',
  {
    importId: string;
    /** What people call the file. */
    fileName: string;
    sha256: string;
    bytes: number;
    /** The mapping as it was given. */
    mapping: unknown;
    /** For whom it is sent: the platform takes what she might tell herself. Absent in the first imports there were. */
    startedBy?: { subject: string; stores: readonly string[] | 'every' };
    /** Nothing of it is kept: it says what would become of the file. */
    dryRun?: boolean;
  }
>;

export interface RefusedRow {
  /** As a spreadsheet shows it: the header is row 1. */
  row: number;
  code: string;
  reason: string;
}

/** Everything up to a row has been sent; these rows among them could not be taken. */
export type RowsSent = DomainEvent<
  'RowsSent',
  { importId: string; throughRow: number; refused: RefusedRow[] }
>;

export interface Result {
  rows: number;
  visits: number;
  returns: number;
  /** Clients whose files were taken; of a file of clients alone. */
  clients?: number;
  refused: number;
}

export type ImportCompleted = DomainEvent<'ImportCompleted', { importId: string } & Result>;

/** It stopped for a reason that concerns the whole; starting it again goes on from where it was. */
export type ImportFailed = DomainEvent<'ImportFailed', { importId: string; code: string; message: string }>;

export type ImportEvent = ImportStarted | RowsSent | ImportCompleted | ImportFailed;

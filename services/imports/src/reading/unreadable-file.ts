export type UnreadableFileCode =
  | 'no-such-file'
  | 'empty-file'
  | 'not-a-workbook'
  | 'not-text'
  | 'broken-workbook'
  | 'no-such-sheet'
  | 'broken-gzip'
  | 'wrong-encoding'
  | 'broken-header'
  | 'missing-column'
  | 'ambiguous-column'
  | 'changed-file'
  | 'too-large';

/** A file that cannot be read as a whole. The message says what is wrong and what to do about it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly code: UnreadableFileCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What is used here of yauzl 3, which brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
  }

  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  /** With `autoClose: false` the file stays open until `close()`. */
  export const openPromise: (path: string, options: { autoClose: boolean }) => Promise<ZipFile>;
}

/** What is used here of yauzl 3, which brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    /** Bytes; reading more of it than this fails. */
    readonly uncompressedSize: number;
  }

  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  /** With `autoClose: false` the file stays open until `close()`. */
  export const openPromise: (path: string, options: { autoClose: boolean }) => Promise<ZipFile>;
}

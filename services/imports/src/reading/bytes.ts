import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.js';

/** What the first bytes of a file say it is; its name may lie. `ole` is an old `.xls` or a workbook with a password. */
export type Container = 'gzip' | 'zip' | 'ole' | 'plain';

const MAGIC: readonly (readonly [Container, string])[] = [
  ['gzip', '1f8b'],
  ['zip', '504b0304'],
  ['ole', 'd0cf11e0'],
];

export const containerOf = async (path: string): Promise<Container> => {
  const start = (await firstBytes(path)).toString('hex');
  if (start === '') throw emptyFile();
  return MAGIC.find(([, magic]) => start.startsWith(magic))?.[0] ?? 'plain';
};

const firstBytes = async (path: string): Promise<Buffer> => {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new UnreadableFile('no-such-file', 'There is no such file, or it may not be read.', { cause });
  }
};

const BLOCK_BYTES = 128 * 1024;

/** Of a file that is unpacked: years of a chain have less, and a small file that has more was made to fill our time. */
export const MOST_UNPACKED = 32 * 1024 ** 3;

/** The bytes of a file, unzipped where it is gzipped, up to `most`. */
export async function* bytesOf(
  path: string,
  container: Container,
  most = MOST_UNPACKED,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: BLOCK_BYTES });
  yield* container === 'gzip' ? unzipped(file, most) : (file as AsyncIterable<Buffer>);
}

async function* unzipped(file: Readable, most: number): AsyncGenerator<Buffer> {
  const bytes = pipeline(file, createGunzip({ chunkSize: BLOCK_BYTES }), () => undefined);
  let length = 0;
  try {
    for await (const block of bytes as AsyncIterable<Buffer>) {
      if ((length += block.length) > most) throw tooMuchUnpacked();
      yield block;
    }
  } catch (cause) {
    throw cause instanceof UnreadableFile ? cause : brokenGzip(cause);
  }
}

export const tooMuchUnpacked = (): UnreadableFile =>
  new UnreadableFile('too-large', 'The file is larger unpacked than any that is taken: divide it.');

const brokenGzip = (cause: unknown): UnreadableFile =>
  (cause as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    ? new UnreadableFile('broken-gzip', 'The gzipped file is cut short: copy or upload it again, whole.', {
        cause,
      })
    : new UnreadableFile('broken-gzip', 'The gzipped file is damaged: copy or upload it again.', { cause });

export const emptyFile = (): UnreadableFile =>
  new UnreadableFile('empty-file', 'The file is empty: it needs a row of column names and rows below it.');

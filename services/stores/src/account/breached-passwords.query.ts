import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { BREACHED_PASSWORDS } from '../stores.config.js';

/** Hashes of a range share so many letters, which are the name of its file. */
const PREFIX = 5;
/** Longer than any line: 40 letters of a hash, a colon, how often it was seen. */
const LINE_BYTES = 80;
const NEWLINE = 10;

/**
 * Passwords that were breached elsewhere, as Have I Been Pwned gives them out and an operator downloads them: SHA-1 in
 * hexadecimal, then how often it was seen. One file of whole hashes in their order (`…:42`), or a folder of ranges, each a file
 * named by the first five letters with the rest of each hash in it. Nobody is asked over the network.
 */
@Injectable()
export class BreachedPasswordsQuery {
  private readonly isFolder: boolean;

  constructor(@Inject(BREACHED_PASSWORDS) private readonly place: string | undefined) {
    const found = place === undefined ? undefined : statSync(place, { throwIfNoEntry: false });
    if (place !== undefined && found === undefined)
      throw new Error(`LIREN_BREACHED_PASSWORDS: there is no file and no folder ${place}.`);
    this.isFolder = found?.isDirectory() ?? false;
  }

  /** Whether it is among them; never when there is no collection. 503 while that cannot be read. */
  async has(password: string): Promise<boolean> {
    if (this.place === undefined) return false;
    const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
    const found = this.isFolder ? isInRange(this.place, hash) : isInFile(this.place, hash);
    return found.catch((cause: unknown) => {
      throw new ServiceUnavailableException('The collection of breached passwords cannot be read.', {
        cause,
      });
    });
  }
}

/** A range has about a thousand hashes. One that is missing is no range without hashes: the collection is not whole. */
const isInRange = async (folder: string, hash: string): Promise<boolean> => {
  const name = hash.slice(0, PREFIX);
  const text = await readFile(join(folder, `${name}.txt`), 'utf8').catch(() =>
    readFile(join(folder, name), 'utf8'),
  );
  const rest = hash.slice(PREFIX);
  return text.split('\n').some((line) => hashIn(line) === rest && !isPadding(line));
};

/** Looked up by halves: some forty reads in a file of forty gigabytes. */
const isInFile = async (path: string, hash: string): Promise<boolean> => {
  const file = await open(path);
  try {
    let [from, to] = [0, (await file.stat()).size]; // the line begins in here, where it is there
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const { line, at, end } = await lineFrom(file, middle, from);
      const found = hashIn(line);
      if (found === hash) return true;
      if (found < hash) from = end;
      else to = at;
    }
    return false;
  } finally {
    await file.close();
  }
};

/** The line that has this place in it; none begins before `from`. */
const lineFrom = async (
  file: FileHandle,
  place: number,
  from: number,
): Promise<{ line: string; at: number; end: number }> => {
  const start = Math.max(from, place - LINE_BYTES);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * LINE_BYTES), 0, 2 * LINE_BYTES, start);
  const bytes = buffer.subarray(0, bytesRead);
  const before = place === start ? -1 : bytes.lastIndexOf(NEWLINE, place - start - 1);
  if (before < 0 && start > from) throw new Error('These are not lines of hashes.');
  const after = bytes.indexOf(NEWLINE, place - start);
  const end = after < 0 ? bytes.length : after;
  return { line: bytes.toString('latin1', before + 1, end), at: start + before + 1, end: start + end + 1 };
};

const hashIn = (line: string): string => (line.split(':')[0] ?? '').trim().toUpperCase();

/** Ranges may be filled up with hashes that were seen 0 times. */
const isPadding = (line: string): boolean => line.split(':')[1]?.trim() === '0';

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '#libs/event-store';
import { SETTINGS, type Settings } from '#libs/service';

export interface SpooledFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Far longer than it takes from the last byte of a file until its import is known. */
const LEFT_ALONE_MS = 60 * 60 * 1_000;

/** Keeps an uploaded file on disk until its import is over. */
@Injectable()
export class SpoolFile {
  private readonly folder: string;

  constructor(@Inject(SETTINGS) { dataFolder }: Settings) {
    this.folder = join(dataFolder, 'imports');
  }

  /** Takes a file as it comes in; its import is not known before all parts are there. */
  async keep(content: Readable): Promise<SpooledFile> {
    await mkdir(this.folder, { recursive: true });
    const arriving = join(this.folder, `${uuidv7()}.part`);
    const hash = createHash('sha256');
    let bytes = 0;
    content.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    try {
      await pipeline(content, createWriteStream(arriving, { mode: 0o600 }));
      return { path: arriving, sha256: hash.digest('hex'), bytes };
    } catch (error) {
      await this.drop(arriving);
      throw error;
    }
  }

  /** Gives a file to its import; the same file sent again while that runs takes its own place. */
  async give({ path }: SpooledFile, importId: string): Promise<string> {
    await rename(path, this.pathOf(importId));
    return this.pathOf(importId);
  }

  pathOf(importId: string): string {
    return join(this.folder, importId);
  }

  /** Lets go of a file that no import was given. */
  async drop(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Names of files to which nothing has been added for long: of imports under way, and of whatever was interrupted. */
  async leftAlone(): Promise<string[]> {
    await mkdir(this.folder, { recursive: true });
    const names = await readdir(this.folder);
    const changed = await Promise.all(
      names.map(async (name) => (await stat(join(this.folder, name)).catch(() => undefined))?.mtimeMs),
    );
    return names.filter((_name, at) => (changed[at] ?? Infinity) < Date.now() - LEFT_ALONE_MS);
  }

  async forget(importId: string): Promise<void> {
    await this.drop(this.pathOf(importId));
  }
}

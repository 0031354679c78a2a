import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
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

/** Keeps an uploaded file on disk, under what it contains, until its import is over. */
@Injectable()
export class SpoolFile {
  private readonly folder: string;

  constructor(@Inject(SETTINGS) { dataFolder }: Settings) {
    this.folder = join(dataFolder, 'imports');
  }

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
      await pipeline(content, createWriteStream(arriving));
      const sha256 = hash.digest('hex');
      await rename(arriving, this.pathOf(sha256));
      return { path: this.pathOf(sha256), sha256, bytes };
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
  }

  pathOf(sha256: string): string {
    return join(this.folder, sha256);
  }

  async forget(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }
}

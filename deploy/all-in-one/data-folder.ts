import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../start-failure.js';

/** Raised when data written by an older Liren can no longer be read as it is. */
const FORMAT = 1;

/** Takes a data folder for this process alone; `release` gives it back. */
export const takeDataFolder = (folder: string): { release(): void } => {
  make(folder);
  checkFormat(folder);
  const lock = join(folder, 'liren.pid');
  const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : undefined;
  if (owner !== undefined && owner !== process.pid && isRunning(owner)) {
    throw new StartFailure(
      `${folder} is used by a running Liren (process ${owner}): stop it, or use --data DIR.`,
    );
  }
  writeFileSync(lock, String(process.pid));
  return { release: () => rmSync(lock, { force: true }) };
};

const make = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'is a file' : `cannot be made (${code})`;
    throw new StartFailure(`${folder} ${why}: use --data DIR for a folder that can be written.`);
  }
};

const checkFormat = (folder: string): void => {
  const file = join(folder, 'format');
  if (!existsSync(file)) {
    writeFileSync(file, `${FORMAT}\n`);
    return;
  }
  const found = readFileSync(file, 'utf8').trim();
  if (found !== String(FORMAT)) {
    throw new StartFailure(
      `${folder} holds data of another version of Liren (format ${found}, this one reads ${FORMAT}): use that version, or --data DIR for a new folder.`,
    );
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

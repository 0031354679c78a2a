import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../start-failure.js';

/** Raised when data written by an older Liren can no longer be read as it is. */
const FORMAT = 1;

const LOCK = 'liren.pid';

/** Takes a data folder for this process alone; `release` gives it back. */
export const takeDataFolder = (folder: string): { release(): void } => {
  make(folder);
  const lock = join(folder, LOCK);
  const release = (): void => rmSync(lock, { force: true });
  take(folder, lock);
  try {
    checkFormat(folder);
  } catch (error) {
    release();
    throw error;
  }
  return { release };
};

const take = (folder: string, lock: string): void => {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid), { flush: true });
  try {
    while (!isLinked(mine, lock)) {
      const owner = ownerOf(lock);
      if (owner !== process.pid && isRunning(owner)) throw used(folder, owner);
      takeAway(lock, owner, mine);
    }
  } finally {
    rmSync(mine, { force: true });
  }
};

/** Written whole before it has its name, which one of several gets. */
const isLinked = (file: string, name: string): boolean => {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** The process that has taken a folder, if it lives. */
export const runningOn = (folder: string): number | undefined => {
  const owner = ownerOf(join(folder, LOCK));
  return isRunning(owner) ? owner : undefined;
};

/** 0 where nobody is named: nobody holds it any more, or a crash left the file empty. */
const ownerOf = (lock: string): number => {
  try {
    return Number(readFileSync(lock, 'utf8')) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
};

/** Of what a dead process left behind; one at a time, or a slow one would take away what a quick one has taken since. */
const takeAway = (lock: string, left: number, mine: string): void => {
  const turn = `${lock}.turn`;
  if (isLinked(mine, turn)) {
    if (ownerOf(lock) === left) rmSync(lock, { force: true });
    rmSync(turn);
    return;
  }
  const other = ownerOf(turn); // 0 once it is done
  if (other > 0 && !isRunning(other)) rmSync(turn, { force: true });
};

const used = (folder: string, owner: number): StartFailure =>
  new StartFailure(`${folder} is used by a running Liren (process ${owner}): stop it, or use --data DIR.`);

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
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (found === '') {
    writeFileSync(file, `${FORMAT}\n`); // also where a crash left it empty
    return;
  }
  if (found !== String(FORMAT)) {
    throw new StartFailure(
      `${folder} holds data of another version of Liren (format ${found}, this one reads ${FORMAT}): use that version, or --data DIR for a new folder.`,
    );
  }
};

const isRunning = (pid: number): boolean => {
  if (pid <= 0) return false; // to a signal that is a whole group
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

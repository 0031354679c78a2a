import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Liren's `package.json`, whether this runs from the sources or from `dist`. */
export const projectRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isLiren(folder)) {
    if (folder === dirname(folder)) throw new Error('No package.json of liren above this file');
    folder = dirname(folder);
  }
  return folder;
};

const isLiren = (folder: string): boolean => {
  const file = join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'liren';
};

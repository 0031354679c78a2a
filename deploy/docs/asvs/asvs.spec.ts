import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/service';
import { CHAPTERS } from './chapters.js';
import { missingPlaces, namedPlaces } from './named.js';
import { asvsPage } from './asvs-page.js';
import { SPECS } from './specs.js';

const read = (file: string): string | undefined => {
  const path = join(projectRoot(), file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};

/** The standard's own list, where it lies beside the project: one requirement a line, its id and level among its cells. */
const LIST = read('../shared/data/asvs-5.0-level-2.csv');
const listed = (text: string): [id: string, level: number][] =>
  [...text.matchAll(/,(V\d+\.\d+\.\d+),.*,([12])\r?$/gm)].map(([, id, level]) => [id!, Number(level)]);

describe('the page of security requirements', () => {
  const rows = CHAPTERS.flatMap(({ requirements }) => Object.entries(requirements));

  it('names tests and headings that are there', () => {
    expect(missingPlaces(read)).toEqual([]);
    expect(missingPlaces(() => '')).toHaveLength(namedPlaces().length);
  });

  it('names specs that are run, and each for something', () => {
    expect(Object.values(SPECS).filter((spec) => !spec.endsWith('.spec.ts'))).toEqual([]);
    const named = new Set(namedPlaces().map(({ file }) => file));
    expect(Object.values(SPECS).filter((spec) => !named.has(spec))).toEqual([]);
  });

  it('has each id once, under its chapter, in the standard’s order', () => {
    const numbers = rows.map(([id]) => id.slice(1).split('.').map(Number));
    const inOrder = [...numbers].sort((one, other) => {
      const at = one.findIndex((number, place) => number !== other[place]);
      return (one[at] ?? 0) - (other[at] ?? 0);
    });
    expect(numbers).toEqual(inOrder);
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    for (const [at, { requirements }] of CHAPTERS.entries())
      for (const id of Object.keys(requirements)) expect(id.startsWith(`V${at + 1}.`)).toBe(true);
  });

  it('says so of every one', () => {
    const page = asvsPage();
    for (const [id, [level, what]] of rows) expect(page).toContain(`| ${id} | ${level} | ${what} |`);
  });

  (LIST === undefined ? it.skip : it)('has the ids and levels that the standard has', () => {
    expect(rows.map(([id, [level]]) => [id, level])).toEqual(listed(LIST!));
    expect(rows).toHaveLength(253);
  });
});

import { PARTS } from '../law/law-page.js';
import { CHAPTERS } from './chapters.js';
import { PAGES } from './pages.js';
import type { Answer } from './requirement.js';
import { SPECS } from './specs.js';

/** A place that a table names: a file, and words that must be in it. */
export interface Place {
  readonly id: string;
  readonly file: string;
  readonly words: string;
}

/** Every test and heading that the tables of requirements and of law name. */
export const namedPlaces = (): Place[] => [
  ...CHAPTERS.flatMap(({ requirements }) => Object.entries(requirements)).flatMap(([id, [, , answer]]) =>
    placesOf(id, answer),
  ),
  ...PARTS.flatMap(({ rules }) => rules).flatMap(([where, what, , answer]) =>
    placesOf(`${where}, ${what}`, answer),
  ),
];

const placesOf = (id: string, answer: Answer): Place[] => {
  if (answer.is === 'shown')
    return answer.tests.map(({ spec, title }) => ({ id, file: SPECS[spec], words: title }));
  return answer.is === 'written' ? [{ id, file: PAGES[answer.page], words: `# ${answer.heading}\n` }] : [];
};

/** Those that are not there; `read` gives a file's text, or undefined. */
export const missingPlaces = (read: (file: string) => string | undefined): string[] =>
  namedPlaces()
    .filter(({ file, words }) => read(file)?.includes(words) !== true)
    .map(({ id, file, words }) => `${id}: ${file}: ${words.trim()}`);

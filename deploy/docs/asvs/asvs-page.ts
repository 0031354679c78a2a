import { CHAPTERS } from './chapters.js';
import { PAGES } from './pages.js';
import type { Answer, Chapter, Requirement } from './requirement.js';
import { SPECS } from './specs.js';

const STANDARD = 'https://github.com/OWASP/ASVS/tree/v5.0.0';
const KINDS = ['shown', 'written', 'n/a', 'open'] as const;

/** Every requirement of levels 1 and 2, and how it is met, or what is missing. */
export const asvsPage = (): string =>
  [
    '# Security requirements',
    '',
    `How Liren stands to levels 1 and 2 of the [OWASP Application Security Verification Standard 5.0.0](${STANDARD}),`,
    'by its ids. What each asks is said here in few words of ours; the standard has the whole.',
    'Generated from `deploy/docs/asvs/`; a test or a heading that is named and not there fails the check.',
    '',
    ...summary(),
    '',
    '- **shown**: a test shows it; its title says what. Where something is not covered, that is said behind it.',
    '- **written**: it asks for a text, and the page is there.',
    '- **n/a**: it is about something that Liren does not have.',
    '- **open**: what is missing.',
    '',
    ...CHAPTERS.flatMap(pageOf),
  ].join('\n');

const all = (): Requirement[] => CHAPTERS.flatMap(({ requirements }) => Object.values(requirements));

const summary = (): string[] => {
  const count = (kind: string, levels: readonly number[]): number =>
    all().filter(([level, , { is }]) => is === kind && levels.includes(level)).length;
  const row = (name: string, levels: readonly number[]): string => {
    const total = all().filter(([level]) => levels.includes(level)).length;
    return `| ${name} | ${KINDS.map((kind) => count(kind, levels)).join(' | ')} | ${total} |`;
  };
  return [
    `| level | ${KINDS.join(' | ')} | all |`,
    `| --- | ${KINDS.map(() => '--:').join(' | ')} | --: |`,
    row('1', [1]),
    row('2', [2]),
    row('both', [1, 2]),
  ];
};

const pageOf = ({ title, requirements }: Chapter, at: number): string[] => [
  `## V${at + 1} ${title}`,
  '',
  '| id | level | what | how |',
  '| --- | :-: | --- | --- |',
  ...Object.entries(requirements).map(
    ([id, [level, what, answer]]) => `| ${id} | ${level} | ${what} | ${howOf(answer)} |`,
  ),
  '',
];

/** What shows it, or why nothing does. */
export const howOf = (answer: Answer): string => {
  switch (answer.is) {
    case 'shown': {
      const tests = answer.tests.map(({ spec, title }) => `${linkTo(SPECS[spec])}: “${title}”`).join('; ');
      return answer.limit === undefined ? tests : `${tests} (${answer.limit})`;
    }
    case 'written':
      return `${linkTo(PAGES[answer.page])}: “${answer.heading}”`;
    case 'n/a':
      return `n/a, because ${answer.because}`;
    case 'open':
      return `**open**: ${answer.missing}`;
  }
};

const linkTo = (path: string): string => `[${path.split('/').at(-1)}](../../${path})`;

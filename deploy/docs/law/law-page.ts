import type { Answer } from '../asvs/requirement.js';
import { howOf } from '../asvs/asvs-page.js';
import { erasing } from './erasing.js';
import { otherRules } from './other-rules.js';
import { personalInformation } from './personal-information.js';
import type { Part, Rule } from './rule.js';

export const PARTS: readonly Part[] = [personalInformation, otherRules, erasing];

/** Each rule, what in Liren holds it, and the test that shows it, or that there is none yet. */
export const lawPage = (): string =>
  [
    '# Law',
    '',
    'What statutes on personal information ask, in few words of ours, and where Liren stands. No legal advice.',
    'What is a rule of organisation alone is the chain’s own; what software can hold of it is named.',
    'Generated from `deploy/docs/law/`; a test that is named and not there fails the check.',
    '',
    ...PARTS.flatMap(pageOf),
  ].join('\n');

const pageOf = ({ title, about, rules }: Part): string[] => [
  `## ${title}`,
  '',
  about,
  '',
  '| where | what | held by | shown by |',
  '| --- | --- | --- | --- |',
  ...rules.map(rowOf),
  '',
];

const rowOf = ([where, what, heldBy, answer]: Rule): string =>
  `| ${where} | ${what} | ${heldBy} | ${shownBy(answer)} |`;

const shownBy = (answer: Answer): string =>
  answer.is === 'open' ? `**not yet**: ${answer.missing}` : howOf(answer);

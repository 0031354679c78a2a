import { settingsReference } from '#libs/service';

/** Settings of a service, from the schema that reads them. */
export const settingsPage = (): string =>
  [
    '# Settings',
    '',
    'Environment variables of every service, read once at start. Generated from `libs/service/settings.ts`.',
    '',
    'What one service alone reads, its README says: keys (`LIREN_KEK`, `LIREN_COUNTING_KEY`), limits, how people sign in.',
    '',
    '| variable | when left out | what it says |',
    '| --- | --- | --- |',
    ...settingsReference().map(({ name, fallback, meaning }) => `| \`${name}\` | ${fallback} | ${meaning} |`),
    '',
  ].join('\n');

import { settingsReference } from '#libs/service';

/** Settings of a service, from the schema that reads them. */
export const settingsPage = (): string =>
  [
    '# Settings',
    '',
    'Environment variables of every service, read once at start. Generated from `libs/service/settings.ts`.',
    '',
    '| variable | when left out | what it says |',
    '| --- | --- | --- |',
    ...settingsReference().map(({ name, fallback, meaning }) => `| \`${name}\` | ${fallback} | ${meaning} |`),
    '',
  ].join('\n');

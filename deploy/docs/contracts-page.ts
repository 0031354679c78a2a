import { catalogue } from '#contracts/catalogue';
import { topicOf } from '#libs/contracts';

/** What services tell, as a table. */
export const contractsPage = (): string =>
  [
    '# Contracts',
    '',
    'What services promise each other, and analysts. Generated from `libs/contracts`; the schemas lie in `contracts/`,',
    'the whole as AsyncAPI in `asyncapi.json`.',
    '',
    '| contract | topic | ordered by | tells |',
    '| --- | --- | --- | --- |',
    ...catalogue.map(
      ({ type, key, description }) =>
        `| [\`${type}\`](contracts/${type}.json) | \`${topicOf(type)}\` | ${key ?? 'stream'} | ${description} |`,
    ),
    '',
  ].join('\n');

import { shown, written, type Chapter } from './requirement.js';

export const data: Chapter = {
  title: 'Data protection',
  requirements: {
    'V14.1.1': [2, 'sensitive data is classified', written('security', 'What is sensitive')],
    'V14.1.2': [2, 'each class has its rules', written('security', 'What is sensitive')],
    'V14.2.1': [
      1,
      'nothing sensitive in addresses',
      shown(
        {
          clientSearch: 'is asked in a body, so that nobody’s phone or name is in an address',
          log: 'is nothing of what a body holds, or an address asks for',
        },
        'programs may still search by `GET /v1/clients?q=`',
      ),
    ],
    'V14.2.2': [2, 'nothing is cached on the way', shown({ gate: 'lets nobody keep what services answer' })],
    'V14.2.3': [
      2,
      'nothing goes to strangers',
      shown({ forbidden: 'asks anybody else', clients: 'not in a table, not in a message' }),
    ],
    'V14.2.4': [2, 'the rules of each class hold', shown({ retention: 'restricts what is due by night' })],
    'V14.3.1': [
      1,
      'browsers forget at sign-out',
      shown({ page: 'keeps nothing of who has signed out', sessions: 'signs out here' }),
    ],
    'V14.3.2': [2, 'browsers keep no answers', shown({ gate: 'lets nobody keep what services answer' })],
    'V14.3.3': [2, 'nothing sensitive in storage', shown({ forbidden: 'keeps anything in the browser' })],
  },
};

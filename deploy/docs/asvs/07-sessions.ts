import { shown, written, type Chapter } from './requirement.js';

const EVERYWHERE = 'signs out everywhere, when somebody wants it';

export const sessions: Chapter = {
  title: 'Session management',
  requirements: {
    'V7.1.1': [2, 'how long sessions last is documented', written('security', 'Sessions')],
    'V7.1.2': [2, 'how many at once is documented', written('security', 'Sessions')],
    'V7.1.3': [2, 'sessions of the provider are documented', written('security', 'Sessions')],
    'V7.2.1': [1, 'the server verifies tokens', shown({ tokens: 'is not told by' })],
    'V7.2.2': [
      1,
      'tokens are made for a session',
      shown({ sessions: 'answers a token for a quarter of an hour' }),
    ],
    'V7.2.3': [1, 'tokens cannot be guessed', shown({ sessions: 'a cookie that no script reads' })],
    'V7.2.4': [1, 'signing in makes a new one, ends the old', shown({ sessions: 'ends the session before' })],
    'V7.3.1': [2, 'an end without use', shown({ refresh: 'ends after twelve hours, and after two' })],
    'V7.3.2': [2, 'an end in any case', shown({ refresh: 'ends after twelve hours, and after two' })],
    'V7.4.1': [
      1,
      'what has ended is over',
      shown({ sessions: 'signs out here', tokens: 'whose session has ended' }, 'about a second later'),
    ],
    'V7.4.2': [1, 'who has left is signed out', shown({ sessions: 'lets who has left in no more' })],
    'V7.4.3': [2, 'a new password ends the others', shown({ sessions: EVERYWHERE })],
    'V7.4.4': [2, 'signing out is easy to find', shown({ forbidden: 'is without a way to sign out' })],
    'V7.4.5': [2, 'administrators end sessions', shown({ sessions: EVERYWHERE })],
    'V7.5.1': [
      2,
      'signing in again for what is sensitive',
      shown({
        sessions: 'lets somebody change her own password, knowing the old one',
        secondFactor: 'in a session that has just begun',
      }),
    ],
    'V7.5.2': [
      2,
      'people see their sessions',
      shown(
        { sessions: 'shows somebody her own sessions' },
        'to end all at once, her own with them, nobody signs in again',
      ),
    ],
    'V7.6.1': [
      2,
      'sessions here and at the provider',
      shown(
        { oidc: 'says when she was checked', oidcFromOutside: 'refuses whom the provider has checked' },
        'when a session here begins; `LIREN_OIDC_MAX_AGE_MINUTES` says how old one there may be',
      ),
    ],
    'V7.6.2': [2, 'no session without an act', shown({ gate: 'no page of another site' })],
  },
};

import { na, shown, written, type Chapter } from './requirement.js';

const NONE_SENT = na('no codes are sent: an authenticator app of its holder shows them');
const OWN = 'lets somebody change her own password, knowing the old one';

export const authentication: Chapter = {
  title: 'Authentication',
  requirements: {
    'V6.1.1': [
      1,
      'defence against guessing is documented',
      shown(
        { attempts: 'locks strangers out, and not her', sessions: 'while a stranger guesses on' },
        'documented in security.md; in a browser where she never was, she waits as strangers do',
      ),
    ],
    'V6.1.2': [2, 'words not to be used are documented', written('security', 'Ways to sign in')],
    'V6.1.3': [2, 'ways to sign in are documented', written('security', 'Ways to sign in')],
    'V6.2.1': [1, 'at least 8 characters', shown({ passwords: 'too short' })],
    'V6.2.2': [1, 'people change their password', shown({ sessions: OWN })],
    'V6.2.3': [1, 'by saying the old one', shown({ sessions: OWN })],
    'V6.2.4': [
      1,
      'none of the 3,000 most used',
      shown({ passwords: 'one of many thousands that others have had' }),
    ],
    'V6.2.5': [1, 'no rules on characters', shown({ passwords: 'no rules on kinds of characters' })],
    'V6.2.6': [
      1,
      'not readable while it is typed',
      shown({ forbidden: 'shows a password while it is typed' }),
    ],
    'V6.2.7': [
      1,
      'pasted, or from a manager',
      shown({ forbidden: 'minds how a password comes into its field' }),
    ],
    'V6.2.8': [
      1,
      'checked as it came',
      shown(
        { passwords: 'is looked at whole and as it was written' },
        'how letters are composed does not count, as NIST SP 800-63B asks',
      ),
    ],
    'V6.2.9': [2, '64 characters and more', shown({ passwords: 'is looked at whole and as it was written' })],
    'V6.2.10': [2, 'no expiry', shown({ sessions: 'takes a password for as long as nobody changes it' })],
    'V6.2.11': [2, 'none of the documented words', shown({ passwords: 'the house and the login' })],
    'V6.2.12': [
      2,
      'none that was breached',
      shown(
        { breached: 'are refused as they were written' },
        'where an operator has downloaded a collection; else the most used ones alone',
      ),
    ],
    'V6.3.1': [
      1,
      'guessing is held back',
      shown({
        attempts: 'locks the account for a minute at the fifth',
        sessions: 'counts wrong current passwords with those of signing in',
        gate: 'lets nobody try passwords without end from one address',
      }),
    ],
    'V6.3.2': [
      1,
      'no default account',
      shown({ firstAdmin: 'is ended once there is another administrator' }),
    ],
    'V6.3.3': [
      2,
      'two factors',
      shown(
        {
          attempts: 'asks for a code when the password is right',
          secondFactor: 'is demanded of roles that settings name',
        },
        'where settings name no role, it is asked of who has set it up',
      ),
    ],
    'V6.3.4': [
      2,
      'all ways are as strong',
      shown({
        attempts: 'asks who comes from the chain’s provider, too',
        oidcFromOutside: 'refuses whom the provider has checked',
      }),
    ],
    'V6.4.1': [
      1,
      'a first password is not for long',
      shown(
        { attempts: 'is good until its days are over', firstAdmin: 'has a made-up password for a week' },
        'one that who hires has chosen need not be changed',
      ),
    ],
    'V6.4.2': [1, 'no hints and no secret questions', na('there are none')],
    'V6.4.3': [2, 'a forgotten password', shown({ secondFactor: 'stays when a password is set anew' })],
    'V6.4.4': [2, 'a lost factor', written('security', 'Second factors')],
    'V6.5.1': [
      2,
      'codes are good once',
      shown({ attempts: 'takes a code once', secondFactor: 'and each code is good once' }),
    ],
    'V6.5.2': [2, 'codes are kept hashed', shown({ secondFactor: 'is kept sealed' })],
    'V6.5.3': [
      2,
      'codes are random',
      shown({ forbidden: 'rolls dice that can be foretold', totp: 'comes of a secret of 160 bits' }),
    ],
    'V6.5.4': [2, 'codes are long enough', shown({ secondFactor: 'is replaced by ten recovery codes' })],
    'V6.5.5': [
      2,
      'codes expire',
      shown({ totp: 'is of a step of 30 seconds' }, 'one step early or late is taken, as RFC 6238 allows'),
    ],
    'V6.6.1': [2, 'codes by phone', NONE_SENT],
    'V6.6.2': [2, 'codes belong to one request', NONE_SENT],
    'V6.6.3': [2, 'codes that are sent cannot be guessed', NONE_SENT],
    'V6.8.1': [2, 'two providers cannot be mixed up', na('there is one provider')],
    'V6.8.2': [2, 'signatures of providers are checked', shown({ oidcFromOutside: 'changed, or made up' })],
    'V6.8.3': [2, 'SAML', na('there is no SAML')],
    'V6.8.4': [
      2,
      'strength that a function needs',
      shown({ oidcFromOutside: 'refuses whom the provider has checked' }, 'of all functions alike'),
    ],
  },
};

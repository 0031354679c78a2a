import { na, shown, type Chapter } from './requirement.js';

export const selfContainedTokens: Chapter = {
  title: 'Self-contained tokens',
  requirements: {
    'V9.1.1': [1, 'signatures are checked first', shown({ tokens: 'another body under the signature' })],
    'V9.1.2': [
      1,
      'named algorithms alone',
      shown({ tokens: 'alg none', oidcFromOutside: 'changed, or made up' }),
    ],
    'V9.1.3': [
      1,
      'keys from known places alone',
      shown({ tokens: 'keys that the header says where to find' }),
    ],
    'V9.2.1': [1, 'not before, not after its time', shown({ tokens: 'one that is not good yet' })],
    'V9.2.2': [
      2,
      'the kind of token is checked',
      shown({ tokens: 'an id token', oidc: 'a token for access' }),
    ],
    'V9.2.3': [2, 'for this audience', shown({ tokens: 'one for another audience' })],
    'V9.2.4': [2, 'one key for several audiences', na('tokens of accounts have one audience')],
  },
};

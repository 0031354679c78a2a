import { na, shown, type Chapter } from './requirement.js';

const NO_FLOW = na('Liren starts no flow: it takes an id token that a page of the chain has');
const NO_SERVER = na('Liren is no authorization server: it gives tokens to its own pages; see V7 and V9');

export const oauth: Chapter = {
  title: 'OAuth and OIDC',
  requirements: {
    'V10.1.1': [
      2,
      'tokens go where they are needed',
      shown({ gate: 'and no cookie that is not its own', forbidden: 'keeps anything in the browser' }),
    ],
    'V10.1.2': [
      2,
      'a flow belongs to one browser',
      shown({ oidcFromOutside: 'from the browser alone that had its nonce' }),
    ],
    'V10.2.1': [2, 'no forged code flow', NO_FLOW],
    'V10.2.2': [2, 'no mix-up of servers', na('there is one provider')],
    'V10.3.1': [2, 'tokens are for this audience', shown({ tokens: 'one for another audience' })],
    'V10.3.2': [
      2,
      'rights come from the token',
      shown({ everyRole: 'in exactly where the table says', tokens: 'one without a role' }),
    ],
    'V10.3.3': [2, 'people are told by what stays theirs', shown({ tokens: 'is told by a good one' })],
    'V10.3.4': [2, 'strength that a resource needs', na('no route asks for a strength of its own')],
    'V10.4.1': [1, 'redirects are registered', NO_SERVER],
    'V10.4.2': [1, 'codes are good once', NO_SERVER],
    'V10.4.3': [1, 'codes are short-lived', NO_SERVER],
    'V10.4.4': [1, 'needed grants alone', NO_SERVER],
    'V10.4.5': [1, 'refresh tokens cannot be replayed', NO_SERVER],
    'V10.4.6': [2, 'PKCE', NO_SERVER],
    'V10.4.7': [2, 'registration of clients', NO_SERVER],
    'V10.4.8': [2, 'refresh tokens end', NO_SERVER],
    'V10.4.9': [2, 'tokens can be revoked', NO_SERVER],
    'V10.4.10': [2, 'clients prove who they are', NO_SERVER],
    'V10.4.11': [2, 'needed scopes alone', NO_SERVER],
    'V10.5.1': [
      2,
      'no replay of id tokens',
      shown({ attempts: 'takes a nonce once', oidcFromOutside: 'takes a token once' }),
    ],
    'V10.5.2': [
      2,
      'people are told by `sub`',
      shown({ oidcFromOutside: 'an address that moves to another opens nothing' }),
    ],
    'V10.5.3': [
      2,
      'a provider describes itself',
      shown({ oidc: 'while the provider describes itself as another' }),
    ],
    'V10.5.4': [2, 'id tokens are for us', shown({ oidc: 'for another client' })],
    'V10.5.5': [2, 'sign-out told by the provider', na('there is no back-channel logout')],
    'V10.6.1': [2, 'safe response modes', NO_SERVER],
    'V10.6.2': [2, 'no forced sign-out', NO_SERVER],
    'V10.7.1': [2, 'consent to each client', NO_SERVER],
    'V10.7.2': [2, 'consent is explained', NO_SERVER],
    'V10.7.3': [2, 'consent can be taken back', NO_SERVER],
  },
};

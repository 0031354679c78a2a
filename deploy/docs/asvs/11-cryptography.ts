import { shown, written, type Chapter } from './requirement.js';

const ENVELOPE = 'encrypts in another place or way than the envelope';

export const cryptography: Chapter = {
  title: 'Cryptography',
  requirements: {
    'V11.1.1': [
      2,
      'a policy for keys',
      shown(
        {
          serviceKeys: 'whichever part has come how far',
          serviceKeysUsed: 'need no secret that they share, but for stores',
          serviceKeysMade: 'which its owner alone may read',
          forbidden: 'knows the secret that services share',
        },
        'by the policy in security.md, “Life of a key”; where `LIREN_SERVICE_KEY` is given: without it, all services share one secret; in one process they share what they keep',
      ),
    ],
    'V11.1.2': [2, 'an inventory of keys', written('security', 'Keys and algorithms')],
    'V11.2.1': [
      2,
      'proven implementations',
      shown({ forbidden: ENVELOPE, passwords: 'is told from all others by its hash' }),
    ],
    'V11.2.2': [
      2,
      'algorithms can be replaced',
      shown(
        {
          keys: 'open again in any mix of them',
          vault: 'replaces all keys of a person',
          dataKeys: 'seal with another cipher after a start that says so',
        },
        'what lies in a log that is only added to keeps its cipher and its key; blind indexes and the key of accounts stay, for claims are made with them',
      ),
    ],
    'V11.2.3': [
      2,
      'at least 128 bits',
      shown(
        { oidc: 'bits of RSA where %i are the least' },
        'ours have 128; a provider’s RSA keys where `LIREN_OIDC_RSA_BITS` is 3072: many have 2048, which are taken when it is left out',
      ),
    ],
    'V11.3.1': [1, 'no weak modes', shown({ forbidden: ENVELOPE, keys: 'look different each time' })],
    'V11.3.2': [1, 'approved ciphers', shown({ forbidden: ENVELOPE })],
    'V11.3.3': [2, 'encryption is authenticated', shown({ keys: 'a ciphertext that was changed' })],
    'V11.4.1': [1, 'approved hashes', shown({ forbidden: 'hashes in another way than SHA-256' })],
    'V11.4.2': [
      2,
      'passwords are hashed at a cost',
      shown({ passwords: 'is told from all others by its hash' }),
    ],
    'V11.4.3': [2, 'hashes do not collide', shown({ forbidden: 'hashes in another way than SHA-256' })],
    'V11.4.4': [
      2,
      'keys from passwords are stretched',
      shown({ roles: 'follows from the owner’s by scrypt, another for each role' }),
    ],
    'V11.5.1': [
      2,
      'random is random, 128 bits of it',
      shown({ forbidden: 'makes a secret of less than 128 bits', sessions: 'a cookie that no script reads' }),
    ],
    'V11.6.1': [2, 'approved signatures', shown({ tokens: 'RS256 by a key of the list' })],
  },
};

import { shown, written, type Chapter } from './requirement.js';

export const configuration: Chapter = {
  title: 'Configuration',
  requirements: {
    'V13.1.1': [2, 'who talks to whom is documented', written('security', 'Who talks to whom')],
    'V13.2.1': [
      2,
      'parts prove who they are, by what changes',
      shown(
        {
          ownRole: 'serves, known to PostgreSQL by its certificate',
          chain: 'is known to Kafka by its certificate',
          tokens: 'is good at every step of a rotation of the secret',
          serviceKeys: 'whichever part has come how far',
          serviceSecret: 'is rotated step by step',
        },
        'certificates where they are given; else passwords of roles, which are changed by `npm run tables`',
      ),
    ],
    'V13.2.2': [
      2,
      'parts may do what they must',
      shown(
        {
          ownRole: 'makes no table, and lets its owner build a view anew',
          rowSecurity: 'is connected as a role that stays within it',
        },
        'where `DATABASE_URL` is of the service’s own role',
      ),
    ],
    'V13.2.3': [2, 'no default secrets', shown({ forbidden: 'they are settings that must be given' })],
    'V13.2.4': [
      2,
      'a list of what may be reached',
      shown(
        { forbidden: 'sends to anybody but in these places, whose addresses are settings' },
        'the provider says where its keys are; what else a container reaches is its network’s to close',
      ),
    ],
    'V13.2.5': [
      2,
      'a list of what a server may send to',
      shown(
        { forbidden: 'sends to anybody but in these places, whose addresses are settings' },
        'the provider says where its keys are; what else a container reaches is its network’s to close',
      ),
    ],
    'V13.3.1': [
      2,
      'a vault for secrets',
      shown(
        {
          ownRole: 'has secrets from files, as a vault of the platform mounts them',
          forbidden: 'holds a secret: they are settings that must be given',
        },
        'which vault it is, the platform says; of a service for wrapping keys there is only the place (`KeyWrapping`)',
      ),
    ],
    'V13.3.2': [
      2,
      'secrets for who needs them',
      shown(
        {
          ownRole: 'does not start before its tables are made, and says who makes them',
          serviceKeysUsed: 'need no secret that they share, but for stores',
        },
        'where `DATABASE_URL` is of the service’s own role, and `LIREN_SERVICE_KEY` is given: without it the service secret is known to every service',
      ),
    ],
    'V13.4.1': [1, 'no history of the source', shown({ forbidden: 'holds the history of the source' })],
    'V13.4.2': [
      2,
      'no debugging',
      shown({ forbidden: 'or as it does while it is made', gate: 'without telling how we are made' }),
    ],
    'V13.4.3': [
      2,
      'no lists of folders',
      shown({ forbidden: 'is looked at in vain', gate: 'leads nowhere at' }),
    ],
    'V13.4.4': [2, 'no TRACE', shown({ gate: 'answers no TRACE' })],
    'V13.4.5': [
      2,
      'inner pages are not outside',
      shown(
        { gate: 'leads nowhere at', onePort: 'describes what is there' },
        '`/docs` and `/health` are meant to be open',
      ),
    ],
  },
};

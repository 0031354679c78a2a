import { open, shown, written, type Chapter } from './requirement.js';

export const configuration: Chapter = {
  title: 'Configuration',
  requirements: {
    'V13.1.1': [2, 'who talks to whom is documented', written('security', 'Who talks to whom')],
    'V13.2.1': [
      2,
      'parts prove who they are, by what changes',
      open(
        'services have tokens of a minute; passwords of the database do not change, and Kafka asks for none',
      ),
    ],
    'V13.2.2': [
      2,
      'parts may do what they must',
      open(
        'roles of services own nothing, but each service also has the owner’s password, for making its tables',
      ),
    ],
    'V13.2.3': [2, 'no default secrets', shown({ forbidden: 'they are settings that must be given' })],
    'V13.2.4': [
      2,
      'a list of what may be reached',
      open(
        'addresses are settings, but for the provider’s keys; nothing keeps a service from reaching others',
      ),
    ],
    'V13.2.5': [
      2,
      'a list of what a server may send to',
      open('as V13.2.4: nothing but its settings says where the gateway and the services send'),
    ],
    'V13.3.1': [
      2,
      'a vault for secrets',
      open('secrets are settings or files; a key service has a place (`KeyWrapping`), and none is there'),
    ],
    'V13.3.2': [
      2,
      'secrets for who needs them',
      open('the database owner’s password and the service secret are known to every service'),
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

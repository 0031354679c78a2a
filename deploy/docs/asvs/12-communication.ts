import { na, shown, type Chapter } from './requirement.js';

const WHERE_GIVEN = 'where `LIREN_TLS_CERT` is given; in front of a gateway without it, TLS is a proxy’s';
const WHERE_CA_GIVEN = 'where `LIREN_TLS_CA` is given';

export const communication: Chapter = {
  title: 'Secure communication',
  requirements: {
    'V12.1.1': [
      1,
      'TLS 1.2 and 1.3 alone',
      shown({ tls: 'speak 1.3, else 1.2, and nothing older' }, WHERE_GIVEN),
    ],
    'V12.1.2': [
      2,
      'strong ciphers',
      shown({ tls: 'agree on ciphers that authenticate and keep what was said secret' }, WHERE_GIVEN),
    ],
    'V12.1.3': [2, 'client certificates', na('nobody signs in by a certificate')],
    'V12.2.1': [1, 'TLS from outside', shown({ tls: 'answer nobody who comes without it' }, WHERE_GIVEN)],
    'V12.2.2': [
      1,
      'public certificates',
      na(
        'Liren brings no certificate: settings say which one the gateway shows, and how-to/tls.md asks for a public one',
      ),
    ],
    'V12.3.1': [
      2,
      'encryption on every way',
      shown(
        {
          chain: 'has not one connection to PostgreSQL without TLS',
          tls: 'refuse, at the gateway, a service over plain HTTP',
        },
        `${WHERE_CA_GIVEN}; Prometheus asks services by HTTPS, which is its own setting`,
      ),
    ],
    'V12.3.2': [
      2,
      'certificates are checked',
      shown({
        forbidden: 'sets itself above certificates',
        tls: 'tell nothing to one whose certificate is of another authority',
      }),
    ],
    'V12.3.3': [
      2,
      'TLS between services',
      shown({ tls: 'ask each other', chain: 'all of it over TLS' }, WHERE_CA_GIVEN),
    ],
    'V12.3.4': [
      2,
      'trusted certificates between services',
      shown(
        {
          tls: 'tell nothing to one whose certificate is of another authority',
          chain: 'trusts no PostgreSQL and no Kafka whose certificate is of another authority',
        },
        WHERE_CA_GIVEN,
      ),
    ],
  },
};

import { na, open, shown, type Chapter } from './requirement.js';

const IN_FRONT = open('TLS is a proxy’s in front: none is part of Liren, and none is checked');
const WITHIN = open('services, PostgreSQL and Kafka speak without TLS, within one network');

export const communication: Chapter = {
  title: 'Secure communication',
  requirements: {
    'V12.1.1': [1, 'TLS 1.2 and 1.3 alone', IN_FRONT],
    'V12.1.2': [2, 'strong ciphers', IN_FRONT],
    'V12.1.3': [2, 'client certificates', na('nobody signs in by a certificate')],
    'V12.2.1': [1, 'TLS from outside', IN_FRONT],
    'V12.2.2': [1, 'public certificates', IN_FRONT],
    'V12.3.1': [2, 'encryption on every way', WITHIN],
    'V12.3.2': [2, 'certificates are checked', shown({ forbidden: 'sets itself above certificates' })],
    'V12.3.3': [2, 'TLS between services', WITHIN],
    'V12.3.4': [2, 'trusted certificates between services', WITHIN],
  },
};

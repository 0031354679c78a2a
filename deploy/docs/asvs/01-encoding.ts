import { na, shown, type Chapter } from './requirement.js';

export const encoding: Chapter = {
  title: 'Encoding and sanitization',
  requirements: {
    'V1.1.1': [
      2,
      'input is decoded once, then checked',
      shown({ badInput: 'with NUL in a text', onePort: 'a letter no database keeps' }),
    ],
    'V1.1.2': [
      2,
      'output is encoded last',
      shown({ roundTrip: 'are the same', clientExports: 'answers a spreadsheet, of one store' }),
    ],
    'V1.2.1': [
      1,
      'encoding for HTML, XML and headers',
      shown({ forbidden: 'takes text for HTML', roundTrip: 'are the same' }),
    ],
    'V1.2.2': [1, 'encoding within addresses', shown({ badInput: 'in a store that is a path' })],
    'V1.2.3': [1, 'encoding within JSON', shown({ letters: 'strange letters in its data' })],
    'V1.2.4': [
      1,
      'no injection into SQL',
      shown({
        fuzz: 'and nobody with what is not hers',
        letters: 'strange letters in its data',
        rowSecurity: 'is connected as a role that stays within it',
      }),
    ],
    'V1.2.5': [1, 'no injection into commands', shown({ forbidden: 'starts another program' })],
    'V1.2.6': [2, 'no injection into LDAP', na('no directory is asked')],
    'V1.2.7': [2, 'no injection into XPath', na('XML is read from end to end, never queried')],
    'V1.2.8': [2, 'LaTeX', na('no LaTeX is set')],
    'V1.2.9': [
      2,
      'escaping within regular expressions',
      na('no caller’s text is put into one; a pattern in a mapping is meant as one, and RE2 runs it'),
    ],
    'V1.3.1': [1, 'HTML of users is sanitized', na('no HTML is taken; pages show text as text')],
    'V1.3.2': [1, 'no code made of text', shown({ forbidden: 'runs text as code' })],
    'V1.3.3': [
      2,
      'sanitized where it could be dangerous',
      shown({
        clientExports: 'answers a spreadsheet, of one store',
        http: 'refuses what is not well formed',
      }),
    ],
    'V1.3.4': [2, 'SVG of users', na('no image is taken')],
    'V1.3.5': [2, 'Markdown, CSS and templates of users', na('nothing interprets what users write')],
    'V1.3.6': [
      2,
      'no request forgery through the server',
      shown({ badInput: 'in a store that is an address', oidc: 'are said to be elsewhere' }),
    ],
    'V1.3.7': [2, 'no template injection', na('there is no template engine')],
    'V1.3.8': [2, 'JNDI', na('there is no Java in it')],
    'V1.3.9': [2, 'memcache', na('there is no memcache')],
    'V1.3.10': [2, 'format strings', shown({ log: 'is one line for one thing, whatever letters come in' })],
    'V1.3.11': [2, 'no injection into mail', na('no mail is sent')],
    'V1.4.1': [2, 'memory-safe strings', shown({ forbidden: 'reads bytes past their end' })],
    'V1.4.2': [2, 'no overflow of numbers', shown({ http: 'money beyond all bills' })],
    'V1.4.3': [2, 'memory is released', na('JavaScript releases it; no code of ours is native')],
    'V1.5.1': [1, 'XML reads no other file', shown({ rows: 'would read another file, or grow without end' })],
    'V1.5.2': [
      2,
      'safe deserialization',
      shown({ forbidden: 'unpacks objects of a caller’s choice', http: 'a prototype' }),
    ],
  },
};

import { na, shown, type Chapter } from './requirement.js';

const HEADERS = 'tells browsers what no page of ours does';
const EARLY = 'tells browsers as much where it refuses';

export const browsers: Chapter = {
  title: 'Web frontend security',
  requirements: {
    'V3.2.1': [
      1,
      'answers are not shown as something else',
      shown({ gate: HEADERS, clientExports: 'answers a spreadsheet, of one store' }),
    ],
    'V3.2.2': [1, 'text is shown as text', shown({ forbidden: 'takes text for HTML' })],
    'V3.3.1': [
      1,
      'cookies are `Secure` and named so',
      shown({ sessions: 'a cookie that no script reads' }, 'over TLS; plain HTTP is for trying out'),
    ],
    'V3.3.2': [2, 'cookies have `SameSite`', shown({ sessions: 'a cookie that no script reads' })],
    'V3.3.3': [
      2,
      'cookies are bound to the host',
      shown({ sessions: 'a cookie that no script reads', gate: 'believes it that a request came over TLS' }),
    ],
    'V3.3.4': [2, 'cookies are `HttpOnly`', shown({ sessions: 'a cookie that no script reads' })],
    'V3.4.1': [1, 'HSTS, for a year', shown({ gate: EARLY })],
    'V3.4.2': [1, 'no other origin reads answers', shown({ gate: 'no page of another site' })],
    'V3.4.3': [2, 'a Content-Security-Policy', shown({ gate: HEADERS })],
    'V3.4.4': [2, '`nosniff`', shown({ gate: EARLY })],
    'V3.4.5': [2, 'a referrer policy', shown({ gate: EARLY })],
    'V3.4.6': [2, 'no frames', shown({ gate: HEADERS })],
    'V3.5.1': [
      1,
      'no request forgery across sites',
      shown({
        gate: 'takes nothing for it but the cookie',
        sessions: 'refreshes for pages of its own alone',
      }),
    ],
    'V3.5.2': [1, 'no way around the preflight', shown({ gate: 'no page of another site' })],
    'V3.5.3': [
      1,
      'what matters is no GET',
      shown({ gate: 'takes nothing for it but the cookie' }, 'a cookie alone reads nothing either'),
    ],
    'V3.5.4': [2, 'applications have hosts of their own', na('there is one application')],
    'V3.5.5': [2, 'messages of other windows', na('no page listens to any; a spec forbids it')],
    'V3.7.1': [2, 'no outdated techniques', na('pages are HTML, CSS and JavaScript alone')],
    'V3.7.2': [2, 'no redirects elsewhere', shown({ fuzz: 'requests as described' })],
  },
};

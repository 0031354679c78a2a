import { na, shown, type Chapter } from './requirement.js';

const NO_GRAPHQL = na('there is no GraphQL');
const NO_WEBSOCKET = na('there is no WebSocket');

export const api: Chapter = {
  title: 'API and web service',
  requirements: {
    'V4.1.1': [
      1,
      'answers say their type and letters',
      shown({ gate: 'tells browsers what no page of ours does' }),
    ],
    'V4.1.2': [2, 'an API never leads from HTTP to HTTPS', shown({ fuzz: 'requests as described' })],
    'V4.1.3': [
      2,
      'callers cannot forge what proxies say',
      shown({ gate: 'tells a service where a request comes from, whatever came in' }),
    ],
    'V4.2.1': [2, 'no request within a request', shown({ gate: 'whose end is said in two ways' })],
    'V4.3.1': [2, 'costly GraphQL queries', NO_GRAPHQL],
    'V4.3.2': [2, 'GraphQL introspection', NO_GRAPHQL],
    'V4.4.1': [1, 'WebSocket over TLS', NO_WEBSOCKET],
    'V4.4.2': [2, 'origin of a WebSocket', NO_WEBSOCKET],
    'V4.4.3': [2, 'tokens for a WebSocket', NO_WEBSOCKET],
    'V4.4.4': [2, 'from a session to a WebSocket', NO_WEBSOCKET],
  },
};

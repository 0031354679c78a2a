import { get as getPlain } from 'node:http';
import { get as getOverTls } from 'node:https';

/** Whether the service of this container is live, for Docker: ends with 0 when it is. */
const { PORT: port = '3000', LIREN_TLS_CERT: certificate } = process.env;
const end = (code: number) => (): void => process.exit(code);
const asked = { host: '127.0.0.1', port, path: '/health/live', timeout: 3_000 };
// Whom it speaks with is not in doubt: nobody else listens on this loopback, which no certificate names.
const request = certificate ? getOverTls({ ...asked, rejectUnauthorized: false }) : getPlain(asked);
request
  .on('response', ({ statusCode }) => end(statusCode === 200 ? 0 : 1)())
  .on('timeout', end(1))
  .on('error', end(1));

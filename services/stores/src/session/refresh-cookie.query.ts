import { ForbiddenException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { cookieOf, type BrowserCookie } from './browser-cookies.query.js';
import { SESSION_HOURS } from './session-policy.js';

/** The refresh token; it goes to the sessions alone. */
export const REFRESH: BrowserCookie = {
  name: 'liren_refresh',
  path: '/v1/sessions',
  seconds: SESSION_HOURS * 3_600,
};

/** The refresh token, for refreshing. Refuses what another site's page makes a browser send. */
export const readRefreshCookie = (request: FastifyRequest): string | undefined => {
  const from = request.headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin' && from !== 'none') {
    throw new ForbiddenException('Sessions are refreshed from pages of Liren alone.');
  }
  return cookieOf(REFRESH, request);
};

import { parseCookie, stringifySetCookie } from 'cookie';
import { ForbiddenException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_HOURS } from './session-policy.js';

/**
 * Over TLS, browsers take it from this host alone and never send it in plain: that is what `__Host-` means, and it wants
 * the path `/`. On plain HTTP, which is for trying out, it goes to the sessions alone.
 */
const OVER_TLS = { name: '__Host-liren_refresh', path: '/', secure: true };
const IN_PLAIN = { name: 'liren_refresh', path: '/v1/sessions', secure: false };

/** No script reads it, and no other site sends it. */
export const giveCookie = (request: FastifyRequest, reply: FastifyReply, refreshToken: string): void =>
  setCookie(request, reply, refreshToken, SESSION_HOURS * 3_600);

export const takeCookieAway = (request: FastifyRequest, reply: FastifyReply): void =>
  setCookie(request, reply, '', 0);

/** The refresh token, for refreshing. Refuses what another site's page makes a browser send. */
export const readCookie = (request: FastifyRequest): string | undefined => {
  const from = request.headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin' && from !== 'none') {
    throw new ForbiddenException('Sessions are refreshed from pages of Liren alone.');
  }
  return cookieOf(request);
};

/** The refresh token; undefined when none is sent. */
export const cookieOf = (request: FastifyRequest): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[kindFor(request).name];

const kindFor = ({ headers }: FastifyRequest): typeof OVER_TLS =>
  headers['x-forwarded-proto'] === 'https' ? OVER_TLS : IN_PLAIN;

const setCookie = (request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void => {
  const cookie = { ...kindFor(request), value, maxAge, httpOnly: true, sameSite: 'strict' as const };
  void reply.header('set-cookie', stringifySetCookie(cookie));
};

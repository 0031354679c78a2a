import { parseCookie, stringifySetCookie } from 'cookie';
import { ForbiddenException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_HOURS } from './session-policy.js';

const NAME = 'liren_refresh';
const PATH = '/v1/sessions';

/** No script reads it, no other site sends it, and it goes to the sessions alone. */
export const giveCookie = (request: FastifyRequest, reply: FastifyReply, refreshToken: string): void =>
  setCookie(request, reply, refreshToken, SESSION_HOURS * 3_600);

export const takeCookieAway = (request: FastifyRequest, reply: FastifyReply): void =>
  setCookie(request, reply, '', 0);

/** The refresh token; undefined when none is sent. Refuses what another site's page makes a browser send. */
export const readCookie = ({ headers }: FastifyRequest): string | undefined => {
  const from = headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin' && from !== 'none') {
    throw new ForbiddenException('Sessions are refreshed from pages of Liren alone.');
  }
  return parseCookie(headers.cookie ?? '')[NAME];
};

const setCookie = ({ headers }: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void => {
  const secure = headers['x-forwarded-proto'] === 'https';
  const cookie = {
    name: NAME,
    value,
    maxAge,
    path: PATH,
    secure,
    httpOnly: true,
    sameSite: 'strict' as const,
  };
  void reply.header('set-cookie', stringifySetCookie(cookie));
};

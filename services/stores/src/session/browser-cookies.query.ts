import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface BrowserCookie {
  readonly name: string;
  /** Where it goes on plain HTTP, which is for trying out. */
  readonly path: string;
  readonly seconds: number;
}

/** No script reads it, and no other site sends it. */
export const giveCookie = (
  cookie: BrowserCookie,
  request: FastifyRequest,
  reply: FastifyReply,
  value: string,
): void => setCookie(cookie, request, reply, value, cookie.seconds);

export const takeCookieAway = (cookie: BrowserCookie, request: FastifyRequest, reply: FastifyReply): void =>
  setCookie(cookie, request, reply, '', 0);

/** Undefined when none is sent. */
export const cookieOf = (cookie: BrowserCookie, request: FastifyRequest): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[attributesOf(cookie, request).name];

/**
 * Over TLS, browsers take it from this host alone and never send it in plain: that is what `__Host-` means, and it wants
 * the path `/`.
 */
const attributesOf = ({ name, path }: BrowserCookie, { headers }: FastifyRequest) =>
  headers['x-forwarded-proto'] === 'https'
    ? { name: `__Host-${name}`, path: '/', secure: true }
    : { name, path, secure: false };

const setCookie = (
  cookie: BrowserCookie,
  request: FastifyRequest,
  reply: FastifyReply,
  value: string,
  maxAge: number,
): void => {
  const given = {
    ...attributesOf(cookie, request),
    ...{ value, maxAge, httpOnly: true, sameSite: 'strict' as const },
  };
  void reply.header('set-cookie', stringifySetCookie(given));
};

import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf, giveCookie, type BrowserCookie } from './browser-cookies.query.js';

/** What a browser is known by to the accounts that were signed in to there; as long as browsers keep a cookie. */
const BROWSER: BrowserCookie = { name: 'liren_browser', path: '/v1/sessions', seconds: 400 * 86_400 };
/** As we make it: what somebody else made could be known to him. */
const OURS = /^[\w-]{43}$/;

export interface Browser {
  readonly secret: string;
  readonly hash: string;
}

/** The one that asks; as it will be known, where it has nothing yet. */
export const browserOf = (request: FastifyRequest): Browser => {
  const sent = cookieOf(BROWSER, request) ?? '';
  const secret = OURS.test(sent) ? sent : randomBytes(32).toString('base64url');
  return { secret, hash: createHash('sha256').update(secret).digest('base64url') };
};

export const keepBrowser = ({ secret }: Browser, request: FastifyRequest, reply: FastifyReply): void =>
  giveCookie(BROWSER, request, reply, secret);

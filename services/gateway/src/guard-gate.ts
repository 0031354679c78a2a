import { createHash } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import { HttpException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest, onSendHookHandler } from 'fastify';

const MINUTE_MS = 60_000;
/** Of one caller: far above what a desk or an import asks, far below what keeps others from being served. */
const MOST_A_MINUTE = 20_000;

/** Headers that tell browsers what pages of ours never do, and limits on how often anybody may ask. */
export const guardGate = async (app: NestFastifyApplication, signInsPerMinute = 120): Promise<void> => {
  await app.register(helmet, {
    // Who puts TLS in front says so there; without it, pages on plain HTTP must go on working.
    contentSecurityPolicy: {
      directives: { upgradeInsecureRequests: null, 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    hsts: { maxAge: 31_536_000 },
  });
  app.getHttpAdapter().getInstance().addHook('onSend', keepNothing);
  await app.register(rateLimit, {
    timeWindow: MINUTE_MS,
    max: (request: FastifyRequest) => (isSignIn(request) ? signInsPerMinute : MOST_A_MINUTE),
    keyGenerator: callerOf,
    errorResponseBuilder: (_request, { after }) =>
      new HttpException(`Too many requests: try again in ${after}.`, 429),
  });
};

/** What services answer is about people: no browser and no proxy keeps it. Text says in which letters it is written. */
const keepNothing: onSendHookHandler = (request, reply, payload, next) => {
  if (pathOf(request).startsWith('/v1/')) void reply.header('cache-control', 'no-store');
  const type = reply.getHeader('content-type');
  if (typeof type === 'string' && type.startsWith('text/') && !type.includes('charset='))
    void reply.header('content-type', `${type}; charset=utf-8`);
  next(null, payload);
};

/** As the routes have it, however it was written: `/v1/%73essions` leads where `/v1/sessions` does. */
const pathOf = ({ routeOptions, url }: FastifyRequest): string => routeOptions.url ?? url;

const isSignIn = (request: FastifyRequest): boolean =>
  request.method === 'POST' && pathOf(request).startsWith('/v1/sessions');

/** Whoever has a token is that token, which is not kept; all others are where they come from: by IPv6, the network of 64 bits. */
const callerOf = (request: FastifyRequest): string => {
  const { authorization } = request.headers;
  const from = normalizeIP(request.ip);
  if (isSignIn(request)) return `sign-in ${from}`;
  return authorization === undefined ? from : createHash('sha256').update(authorization).digest('base64url');
};

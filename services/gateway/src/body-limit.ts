import { finished, Transform, type Readable } from 'node:stream';
import { PayloadTooLargeException } from '@nestjs/common';
import { MOST_PICTURE_BYTES } from '#contracts/clients/care-pictures';
import { problemOf } from '#libs/http';
import { BODY_LIMIT } from '#libs/service';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Reply } from './reply.js';

/**
 * Refuses here what every service would refuse: it hangs up in the middle of a body that is too long, and passed on, that
 * looks like a service that is away. Imports and pictures take whole files, and have limits of their own.
 */
export const limitBodies = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', (request, reply, next) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > limitOf(request)) refuseTooLarge(reply, tooLarge(limitOf(request)));
    else next();
  });
  fastify.addHook('preParsing', (request, _reply, payload, next) => {
    next(null, limited(payload, limitOf(request)));
  });
  // What is left of a body is heard out below, so that the proxy need not end the connection for it.
  fastify.addHook('onSend', (_request, reply, _payload, next) => {
    reply.removeHeader('connection');
    next();
  });
};

export const isTooLarge = (error: unknown): boolean => error instanceof PayloadTooLargeException;

export const refuseTooLarge = (reply: Reply, error: unknown): void => {
  void reply.status(413).header('content-type', 'application/problem+json').send(problemOf(error));
};

const PICTURES = /^\/v1\/clients\/[^/?]+\/care-pictures(?:\?|$)/;

const limitOf = ({ url, headers: { 'content-type': type = '' } }: FastifyRequest): number => {
  if (url.startsWith('/v1/imports') && type.startsWith('multipart/form-data')) return Infinity;
  return PICTURES.test(url) && type.startsWith('image/') ? MOST_PICTURE_BYTES : BODY_LIMIT;
};

const tooLarge = (limit: number): Error =>
  new PayloadTooLargeException(`A body may have ${limit / 1024 / 1024} MB at most.`);

/** A body that did not announce its length is counted as it comes. */
const limited = (payload: Readable, limit: number): Readable => {
  let length = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
  // Whoever hangs up in the middle of a body hangs up on the service, too.
  finished(payload, (error) => error && counted.destroy(error));
  return payload.pipe(counted).once('close', () => hearOut(payload)); // once it is no longer piped
};

const PATIENCE_MS = 30_000;

/** Whoever is answered before all that she sends is there would miss the answer if we hung up on her: the rest is let go by. */
const hearOut = (payload: Readable): void => {
  if (payload.readableEnded) return;
  const enough = setTimeout(() => payload.destroy(), PATIENCE_MS).unref();
  finished(payload, () => clearTimeout(enough));
  payload.resume();
};

import { pipeline, Transform, type Readable } from 'node:stream';
import { PayloadTooLargeException } from '@nestjs/common';
import { problemOf } from '#libs/http';
import { BODY_LIMIT } from '#libs/service';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Reply } from './reply.js';

/**
 * Refuses here what every service would refuse: it hangs up in the middle of a body that is too long, and passed on, that
 * looks like a service that is away. Imports take whole files, and have a limit of their own.
 */
export const limitBodies = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', (request, reply, next) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    if (isLimited(request) && announced > BODY_LIMIT) refuseTooLarge(reply);
    else next();
  });
  fastify.addHook('preParsing', (request, _reply, payload, next) => {
    next(null, isLimited(request) ? limited(payload) : payload);
  });
};

export const isTooLarge = (error: unknown): boolean => error instanceof PayloadTooLargeException;

export const refuseTooLarge = (reply: Reply): void => {
  void reply.status(413).header('content-type', 'application/problem+json').send(problemOf(tooLarge()));
};

const isLimited = ({ url, headers }: FastifyRequest): boolean =>
  !(url.startsWith('/v1/imports') && headers['content-type']?.startsWith('multipart/form-data'));

const tooLarge = (): Error =>
  new PayloadTooLargeException(`A body may have ${BODY_LIMIT / 1024 / 1024} MB at most.`);

/** A body that did not announce its length is counted as it comes. */
const limited = (payload: Readable): Readable => {
  let length = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > BODY_LIMIT) done(tooLarge());
      else done(null, chunk);
    },
  });
  // Whoever hangs up in the middle of a body hangs up on the service, too.
  return pipeline(payload, counted, () => undefined);
};

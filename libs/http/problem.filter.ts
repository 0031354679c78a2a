import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { throwError, type Observable } from 'rxjs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  ClaimTaken,
  commandContext,
  CommandIdReused,
  OtherStore,
  VersionLost,
  WrongVersion,
} from '#libs/event-store';
import { AccessUnknown, BadToken, principal } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';
import type { problem } from './answers.js';
import { TooManyRequests } from './too-many-requests.js';

/** RFC 9457. `code` is what programs decide by; `context` holds what varies. */
export type Problem = Readonly<z.infer<typeof problem>>;

/** Where problems are written down: pino, or what takes lines as it does. */
type ProblemLog = Readonly<Record<'error' | 'warn' | 'info', (what: object, request: string) => void>>;

/**
 * Turns whatever was thrown into a problem. What nobody foresaw is logged whole and answered without detail. A refusal is logged
 * by its code: who tries what she may not, or what is malformed, again and again, is seen there. Asking far more often than
 * anybody needs to is a warning.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: ProblemLog) {}

  catch(error: unknown, host: ArgumentsHost): Observable<never> | undefined {
    if (host.getType() === 'rpc') return throwError(() => error); // our consumer decides what a failure means
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemOf(error);
    const { status, code } = problem;
    // Method and path, without what is asked for: that may be a name.
    const asked = `${request.method} ${request.url.split('?')[0]}`;
    const by = { who: principal()?.subject ?? null, correlationId: commandContext().correlationId };
    if (status >= 500) this.log.error({ err: error, ...by }, asked);
    else this.log[status === 429 ? 'warn' : 'info']({ status, code, ...by }, asked);
    if (error instanceof TooManyRequests) void reply.header('retry-after', String(error.retryAfterSeconds));
    void reply.status(status).header('content-type', 'application/problem+json').send(problem);
    return undefined;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not well formed',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Refused as things stand',
  412: 'Changed meanwhile',
  413: 'Too large',
  414: 'The address is too long',
  415: 'Not a type of content that is taken here',
  429: 'Too many requests',
  431: 'The headers are too long',
  422: 'The idempotency key was used before',
  503: 'Not available now',
};

const REFUSED = { conflict: 409, 'not-found': 404, forbidden: 403, 'not-signed-in': 401 } as const;

const problemWith = (status: number, code: string, detail?: string, more: object = {}): Problem => ({
  type: `urn:liren:problem:${code}`,
  title: TITLES[status] ?? 'The request failed',
  status,
  code,
  detail,
  ...more,
});

export const problemOf = (error: unknown): Problem => {
  if (error instanceof Rejection) {
    const { code, message, context, kind } = error;
    return problemWith(REFUSED[kind], code, message, { context });
  }
  if (error instanceof ClaimTaken) return problemWith(409, 'already-taken', error.message);
  if (error instanceof CommandIdReused) return problemWith(422, 'idempotency-key-reused', error.message);
  if (error instanceof VersionLost)
    return problemWith(412, 'version-lost', error.message, { context: { version: error.actual } });
  if (error instanceof WrongVersion) {
    return problemWith(409, 'busy', 'Too many others are changing the same thing. Try again.');
  }
  if (error instanceof BadToken) return problemWith(401, 'not-signed-in', error.message);
  if (error instanceof AccessUnknown) return problemWith(503, 'not-available', error.message);
  if (error instanceof OtherStore) return problemWith(403, 'other-store', error.message);
  if (error instanceof HttpException) return ofHttp(error);
  return ofServer(error);
};

const ofHttp = (error: HttpException): Problem => {
  const status = error.getStatus();
  const body = error.getResponse();
  const errors = typeof body === 'object' ? (body as { errors?: unknown }).errors : undefined;
  if (errors !== undefined) {
    return problemWith(status, 'malformed', 'Some fields are not as they should be; see errors.', { errors });
  }
  return problemWith(status, codeOf(status), error.message);
};

/** What Fastify itself refuses (malformed JSON, too large) says its status; all else is our fault. */
const ofServer = (error: unknown): Problem => {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return problemWith(statusCode, codeOf(statusCode), message);
  }
  return problemWith(
    500,
    'internal',
    'Something went wrong here. It is logged; try again or tell us the time.',
  );
};

const codeOf = (status: number): string =>
  ({
    400: 'malformed',
    401: 'not-signed-in',
    403: 'not-allowed',
    404: 'not-found',
    413: 'too-large',
    414: 'too-large',
    429: 'too-many-requests',
    431: 'too-large',
    415: 'unsupported-content',
    503: 'not-available',
  })[status] ?? 'refused';

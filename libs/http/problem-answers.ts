import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { problemOf, type Problem } from './problem.filter.js';

/** Options of a Fastify server: what it refuses before any route is asked is answered with a problem, too. */
export const problemAnswers = {
  frameworkErrors: (error: unknown, _request: unknown, reply: unknown): void => {
    const problem = problemOf(error);
    void (reply as FastifyReply).status(problem.status).headers(BARE).send(JSON.stringify(problem));
  },
  /** What is no HTTP at all, or has headers beyond measure, never becomes a request. */
  clientErrorHandler: ({ code }: { code?: string }, socket: Socket): void => {
    if (socket.destroyed || code === 'ECONNRESET') return;
    socket.end(
      inHttp(problemOf({ statusCode: code === 'HPE_HEADER_OVERFLOW' ? 431 : 400, message: UNREADABLE })),
    );
  },
};

/** No hook of the server sees such an answer; it says for itself what browsers must not make of it. */
const BARE = {
  'content-type': 'application/problem+json; charset=utf-8',
  'content-security-policy': "default-src 'none';base-uri 'none';frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const UNREADABLE = 'The request cannot be read as HTTP.';

const inHttp = (problem: Problem): string => {
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    ...Object.entries(BARE).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
};

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { problemOf, type Problem } from './problem.filter.js';

/** Options of a Fastify server: what it refuses before any route is asked is answered with a problem, too. */
export const problemAnswers = {
  frameworkErrors: (error: unknown, _request: unknown, reply: unknown): void => {
    const problem = problemOf(error);
    void (reply as FastifyReply)
      .status(problem.status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(problem));
  },
  /** What is no HTTP at all, or has headers beyond measure, never becomes a request. */
  clientErrorHandler: ({ code }: { code?: string }, socket: Socket): void => {
    if (socket.destroyed || code === 'ECONNRESET') return;
    socket.end(
      inHttp(problemOf({ statusCode: code === 'HPE_HEADER_OVERFLOW' ? 431 : 400, message: UNREADABLE })),
    );
  },
};

const UNREADABLE = 'The request cannot be read as HTTP.';

const inHttp = (problem: Problem): string => {
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
};

import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from '#libs/event-store';
import {
  readTraceparent,
  serverSpan,
  spanIdOf,
  traceparentOf,
  type TraceParent,
  type Traces,
} from '#libs/tracing';

/** Headers of a request as they are passed on. */
export type PassOn = (request: object, headers: IncomingHttpHeaders) => IncomingHttpHeaders;

/**
 * Every request that comes in is a span: of the trace it brings, or of a new one. Services go on with it, so that all
 * that follows from one click is one trace.
 */
export const traceRequests = (fastify: FastifyInstance, traces: Traces): PassOn => {
  const asked = new WeakMap<object, { parent: TraceParent | undefined; self: TraceParent }>();
  fastify.addHook('onRequest', (request, _reply, next) => {
    const parent = readTraceparent(request.headers['traceparent']);
    const id = uuidv7();
    asked.set(request, {
      parent,
      self: { correlationId: parent?.correlationId ?? id, spanId: spanIdOf(id) },
    });
    next();
  });
  if (traces.on) {
    fastify.addHook('onResponse', (request, reply, next) => {
      const { method, routeOptions } = request;
      const { parent, self } = asked.get(request)!;
      const { statusCode, elapsedTime: elapsedMs } = reply;
      const served = { method, route: routeOptions.url, statusCode, endedAt: Date.now(), elapsedMs };
      traces.record(serverSpan(served, self, parent));
      next();
    });
  }
  return (request, headers) => ({ ...headers, traceparent: traceparentOf(asked.get(request)!.self) });
};

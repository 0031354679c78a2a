import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Histogram, type Registry } from 'prom-client';
import { asPrincipal, type Principal, type Tokens } from '#libs/access';
import { checkStore, inCommandContext, uuidv7, type CommandContext } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { requestContext } from '#libs/http';
import { readTraceparent, serverSpan, spanIdOf, type Span, type Traces } from '#libs/tracing';

interface Watching {
  readonly clock: Clock;
  readonly metrics: Registry;
  readonly traces: Traces;
  readonly tokens: Tokens;
}

/** What asks for something runs in a command context; every request of the API is timed, and is a span of its trace. */
export const watchRequests = (
  fastify: FastifyInstance,
  { clock, metrics, traces, tokens }: Watching,
): void => {
  const contexts = new WeakMap<FastifyRequest, CommandContext>();
  const askers = new WeakMap<FastifyRequest, Principal>();
  const seconds = new Histogram({
    name: 'liren_request_seconds',
    help: 'Seconds from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    registers: [metrics],
  });
  // Before a body is read: who has no good token sends us nothing.
  fastify.addHook('onRequest', async (request) => {
    const token = bearerOf(request);
    if (token !== undefined) askers.set(request, await tokens.principalOf(token));
  });
  fastify.addHook('preHandler', (request, _reply, next) => {
    const who = askers.get(request);
    const context = requestContext(request, who);
    if (request.method !== 'GET') contexts.set(request, context);
    asPrincipal(who, () =>
      inCommandContext(context, () => {
        checkNamedStores(request);
        next();
      }),
    );
  });
  fastify.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (route.startsWith('/v1/')) {
      const { method } = request;
      seconds.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
      const endedAt = clock.now().getTime();
      if (traces.on) traces.record(requestSpan(request, reply, contexts.get(request), endedAt));
    }
    next();
  });
};

/** Whoever names a store names one of hers, whatever a route does with the name. Throws `OtherStore`. */
const checkNamedStores = ({ query, body }: FastifyRequest): void => {
  for (const given of [query, body] as ({ storeId?: unknown } | null | undefined)[])
    if (typeof given?.storeId === 'string') checkStore(given.storeId);
};

const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];

/** A request that asks for something is the span of its command, which its facts follow from. */
const requestSpan = (
  { method, headers, routeOptions }: FastifyRequest,
  { statusCode, elapsedTime }: FastifyReply,
  context: CommandContext | undefined,
  endedAt: number,
): Span => {
  const asker = readTraceparent(headers['traceparent']);
  const id = context?.commandId ?? uuidv7();
  const self = { correlationId: asker?.correlationId ?? id, spanId: spanIdOf(id) };
  const served = { method, route: routeOptions.url, statusCode, endedAt, elapsedMs: elapsedTime };
  return serverSpan(served, self, asker);
};

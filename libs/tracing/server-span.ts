import type { Span } from './span.js';
import type { TraceParent } from './traceparent.js';

export interface ServedRequest {
  readonly method: string;
  /** As it is registered, without ids. */
  readonly route: string | undefined;
  readonly statusCode: number;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  readonly elapsedMs: number;
}

/** A request that was answered; only what is our fault is a failure. */
export const serverSpan = (
  { method, route = 'unknown', statusCode, endedAt, elapsedMs }: ServedRequest,
  self: TraceParent,
  asker: TraceParent | undefined,
): Span => ({
  name: `${method} ${route}`,
  kind: 'server',
  ...self,
  parentSpanId: asker?.spanId,
  startedAt: endedAt - elapsedMs,
  endedAt,
  failure: statusCode >= 500 ? `answered ${statusCode}` : undefined,
  attributes: {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': statusCode,
  },
});

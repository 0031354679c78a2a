import { SpanKind, SpanStatusCode, TraceFlags, type HrTime, type SpanContext } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace';
import { noTraces, type Span, type Traces } from './span.js';

export interface TracesOptions {
  /** Name of the service whose spans they are. */
  readonly service: string;
  /** Base URL of an OpenTelemetry collector (OTLP over HTTP); nothing is collected without one. */
  readonly endpoint: string | undefined;
  /** What the collector is believed by; as browsers do when left out. */
  readonly tls?: { readonly ca: string };
  readonly onError: (error: unknown) => void;
}

const TIMEOUT_MS = 2_000; // a collector that is away holds up neither requests nor stopping

const KINDS = {
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/** Sends spans to a collector, in batches and behind the back of whoever records them. */
export const openTraces = ({ service, endpoint, tls, onError }: TracesOptions): Traces => {
  if (endpoint === undefined) return noTraces;
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const httpAgentOptions = { keepAlive: true, ...(tls && { ca: tls.ca }) };
  const sending = new OTLPTraceExporter({ url, timeoutMillis: TIMEOUT_MS, httpAgentOptions });
  const exporter = complaining(sending, onError);
  const processor = new BatchSpanProcessor({ exporter, exportTimeoutMillis: TIMEOUT_MS });
  const resource = resourceFromAttributes({ 'service.name': service, 'service.namespace': 'liren' });
  return {
    on: true,
    record: (span) => processor.onEnd(readable(span, resource)),
    close: () => processor.shutdown().catch(onError),
  };
};

const complaining = (exporter: SpanExporter, onError: (error: unknown) => void): SpanExporter => ({
  export: (spans, done) =>
    exporter.export(spans, (result) => {
      if (result.error !== undefined) onError(result.error);
      done(result);
    }),
  shutdown: () => exporter.shutdown(),
});

const readable = (span: Span, resource: Resource): ReadableSpan => {
  const { name, kind, parentSpanId, startedAt, endedAt, failure, attributes = {} } = span;
  return {
    name,
    kind: KINDS[kind],
    spanContext: () => contextOf(span, span.spanId),
    parentSpanContext: parentSpanId === undefined ? undefined : contextOf(span, parentSpanId),
    startTime: timeOf(startedAt),
    endTime: timeOf(endedAt),
    duration: timeOf(endedAt - startedAt),
    status:
      failure === undefined
        ? { code: SpanStatusCode.UNSET }
        : { code: SpanStatusCode.ERROR, message: failure },
    attributes,
    resource,
    instrumentationScope: { name: 'liren' },
    ended: true,
    ...{ links: [], events: [], droppedAttributesCount: 0, droppedEventsCount: 0, droppedLinksCount: 0 },
  };
};

const contextOf = ({ correlationId }: Span, spanId: string): SpanContext => ({
  traceId: correlationId.replaceAll('-', ''),
  spanId,
  traceFlags: TraceFlags.SAMPLED,
});

const timeOf = (ms: number): HrTime => [Math.floor(ms / 1_000), Math.round((ms % 1_000) * 1_000_000)];

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface CollectedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first of a trace. */
  readonly parentSpanId: string;
}

interface Sent {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue: string } }[] };
    scopeSpans: { spans: (Omit<CollectedSpan, 'service' | 'parentSpanId'> & { parentSpanId?: string })[] }[];
  }[];
}

export interface Collector {
  readonly endpoint: string;
  readonly spans: readonly CollectedSpan[];
  /** All that was sent, as it came. */
  readonly sent: readonly string[];
  close(): void;
}

/** Takes spans as an OpenTelemetry collector does: OTLP over HTTP, as JSON. */
export const startCollector = async (): Promise<Collector> => {
  const spans: CollectedSpan[] = [];
  const all: string[] = [];
  const server = createServer((request, response) => {
    void json(request).then((sent) => {
      spans.push(...spansOf(sent as Sent));
      all.push(JSON.stringify(sent));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans,
    sent: all,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const spansOf = ({ resourceSpans }: Sent): CollectedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')!.value.stringValue;
    return scopeSpans.flatMap(({ spans }) =>
      spans.map(({ name, traceId, spanId, parentSpanId = '' }) => ({
        ...{ service, name, traceId, spanId, parentSpanId },
      })),
    );
  });

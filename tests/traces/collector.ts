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

interface SentLines {
  resourceLogs: { scopeLogs: { logRecords: { body: { stringValue: string } }[] }[] }[];
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
  /** Of logs, as they were written. */
  readonly lines: readonly string[];
  /** All that was sent, as it came. */
  readonly sent: readonly string[];
  close(): void;
}

/** Takes spans and lines of logs as an OpenTelemetry collector does: OTLP over HTTP, as JSON. */
export const startCollector = async (): Promise<Collector> => {
  const spans: CollectedSpan[] = [];
  const lines: string[] = [];
  const all: string[] = [];
  const server = createServer((request, response) => {
    void json(request).then((sent) => {
      if (request.url === '/v1/logs') lines.push(...linesOf(sent as SentLines));
      else spans.push(...spansOf(sent as Sent));
      all.push(JSON.stringify(sent));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans,
    lines,
    sent: all,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const linesOf = ({ resourceLogs }: SentLines): string[] =>
  resourceLogs.flatMap(({ scopeLogs }) =>
    scopeLogs.flatMap(({ logRecords }) => logRecords.map(({ body }) => body.stringValue)),
  );

const spansOf = ({ resourceSpans }: Sent): CollectedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')!.value.stringValue;
    return scopeSpans.flatMap(({ spans }) =>
      spans.map(({ name, traceId, spanId, parentSpanId = '' }) => ({
        ...{ service, name, traceId, spanId, parentSpanId },
      })),
    );
  });

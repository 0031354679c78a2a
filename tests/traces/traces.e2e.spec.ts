import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';
import { startCollector, type CollectedSpan, type Collector } from './collector.js';

const CLICK = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const REPORTED = 'reporting: take membership.points-earned.v1';
const WAY = [
  'gateway: POST /v1/visits',
  'visits: POST /v1/visits',
  'visits: tell visits.visit-completed.v1',
  'membership: take visits.visit-completed.v1',
  'membership: tell membership.points-earned.v1',
  REPORTED,
];
const COLLECTED_WITHIN_MS = 30_000; // spans are sent every five seconds

const inWords = ({ service, name }: CollectedSpan): string => `${service}: ${name}`;

/** From the first span of a trace to a certain one. */
const wayTo = (last: string, spans: ReadonlyMap<string, CollectedSpan>): string[] => {
  const way: string[] = [];
  let span = [...spans.values()].find((one) => inWords(one) === last);
  for (; span !== undefined; span = spans.get(span.parentSpanId)) way.unshift(inWords(span));
  return way;
};

describe('one trace from click to report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-traces-'));
  const platforms: PlatformProcess[] = [];
  let collector: Collector | undefined;
  const start = async (collectorUrl: string, more = {}): Promise<PlatformProcess> => {
    const env = {
      ...{ DATABASE_URL: freshBaseUrl(), LIREN_DATA: folder },
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl, LIREN_LOGS_ENDPOINT: collectorUrl },
      ...more,
    };
    const platform = await startPlatformProcess({ env });
    platforms.push(platform);
    return platform;
  };
  afterEach(() => Promise.all(platforms.splice(0).map((platform) => platform.stop())));
  afterAll(() => collector?.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const post = async (platform: PlatformProcess, path: string, body: object, headers = {}) => {
    const answer = await platform.fetch(`/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
    return (await answer.json()) as Record<string, string>;
  };
  const visitOf = async (platform: PlatformProcess, headers = {}): Promise<void> => {
    await post(platform, 'stores', {
      ...{ storeId: 'sh-01', name: 'Jing’an', timeZone: 'Asia/Shanghai', currency: 'CNY' },
    });
    const { clientId } = await post(platform, 'clients', { storeId: 'sh-01', phone: '13800138000' });
    const lines = [{ itemId: 'facial-60', paidMinor: 10_000 }];
    await post(platform, 'visits', { storeId: 'sh-01', clientId, lines }, headers);
  };

  it('goes through every service that a visit sets in motion, each span following another', async () => {
    const opened = await startCollector();
    collector = opened;
    const platform = await start(opened.endpoint);
    await visitOf(platform, { traceparent: `00-${CLICK.traceId}-${CLICK.spanId}-01` });
    expect((await platform.fetch('/v1/clients?phone=13800138000')).status).toBe(200);
    const spans = () =>
      new Map(
        opened.spans.filter(({ traceId }) => traceId === CLICK.traceId).map((span) => [span.spanId, span]),
      );
    await eventually(() => expect(wayTo(REPORTED, spans())).toEqual(WAY), COLLECTED_WITHIN_MS);
    const named = () =>
      opened.spans.filter(({ service, name }) => service === 'clients' && name === 'GET /v1/clients');
    await eventually(() => expect(named()).toHaveLength(1), COLLECTED_WITHIN_MS);
    expect(opened.sent.join('')).not.toContain('13800138000'); // a route, not an address
    const followed = new Set([...spans().keys(), CLICK.spanId]);
    expect([...spans().values()].filter(({ parentSpanId }) => !followed.has(parentSpanId))).toEqual([]);
  }, 120_000);

  it('has beside it every line of the log, up to the last', async () => {
    const opened = await startCollector();
    collector = opened;
    const platform = await start(opened.endpoint, { LOG_LEVEL: 'info' });
    expect((await fetch(`${platform.url}/v1/clients?q=13800138000`)).status).toBe(401);
    expect(await platform.stop()).toBe(0);
    const written = readFileSync(join(folder, 'liren.log'), 'utf8').trimEnd().split('\n');
    const own = written.filter((line) => line.includes(`"pid":${platform.pid},`));
    expect(opened.lines).toEqual(own);
    expect(opened.lines.join('')).toContain('"msg":"GET /v1/clients"');
    expect(opened.sent.join('')).not.toContain('13800138000');
  }, 120_000);

  it('holds up nothing when the collector is away', async () => {
    const platform = await start('http://127.0.0.1:9'); // the port that discards
    await visitOf(platform);
    const before = performance.now();
    expect(await platform.stop()).toBe(0);
    expect(performance.now() - before).toBeLessThan(15_000);
  }, 120_000);
});

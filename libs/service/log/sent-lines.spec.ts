import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readTls } from '#libs/http';
import { eventually } from '#libs/testing';
import { anAuthority, type Certified } from '../../testing/certificates.js';
import { openLog, type Log } from '../index.js';

interface Sent {
  resourceLogs: {
    resource: { attributes: { key: string; value: { stringValue: string } }[] };
    scopeLogs: { logRecords: SentLine[] }[];
  }[];
}
interface SentLine {
  readonly timeUnixNano: string;
  readonly severityNumber: number;
  readonly body: { readonly stringValue: string };
}

const MIB = 1024 * 1024;

/** Takes lines as an OpenTelemetry collector does: OTLP over HTTP, as JSON. */
class Collector {
  readonly sent: SentLine[] = [];
  readonly services = new Set<string>();
  readonly asked: IncomingMessage[] = [];
  longest = 0;
  /** What it answers with; nothing at all when undefined. */
  status: number | undefined = 200;
  private server: Server | undefined;
  private port = 0;

  constructor(private readonly tls?: Certified) {}

  get url(): string {
    return `${this.tls === undefined ? 'http' : 'https'}://127.0.0.1:${this.port}`;
  }

  /** Of all lines that it took. */
  get texts(): string[] {
    return this.sent.map(({ body }) => body.stringValue);
  }

  /** At the same address as before. */
  async come(): Promise<void> {
    const server =
      this.tls === undefined
        ? createServer(this.take)
        : createTlsServer(
            { cert: readFileSync(this.tls.certFile), key: readFileSync(this.tls.keyFile) },
            this.take,
          );
    await once(server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  go(): void {
    this.server?.closeAllConnections();
    this.server?.close();
    this.server = undefined;
  }

  private readonly take: RequestListener = (request, response) => {
    this.asked.push(request);
    void text(request).then((body) => {
      this.longest = Math.max(this.longest, body.length);
      if (this.status === undefined) return;
      response.writeHead(this.status, { 'content-type': 'application/json' }).end('{}');
      if (this.status !== 200) return;
      for (const { resource, scopeLogs } of (JSON.parse(body) as Sent).resourceLogs) {
        const named = resource.attributes.find(({ key }) => key === 'service.name');
        this.services.add(named!.value.stringValue);
        this.sent.push(...scopeLogs.flatMap(({ logRecords }) => logRecords));
      }
    });
  };
}

describe('lines of the log at a collector', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-lines-'));
  let collector: Collector;
  let log: Log;
  let written: string[];
  const messages = (lines: readonly string[] = collector.texts) =>
    lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
  const opened = (more: object = {}): Log => {
    written = [];
    const settings = { logLevel: 'info', logsEndpoint: collector.url, ...more };
    return openLog('notes', settings, { write: (line) => void written.push(line) });
  };
  beforeEach(async () => {
    collector = new Collector();
    await collector.come();
  });
  afterEach(async () => {
    collector.go();
    await log.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are those that are written, letter for letter, with their time and how bad they are', async () => {
    log = opened();
    log.logger.info({ who: '0190a000-0000-7000-8000-0000000000aa' }, 'signed “in”\n{"level":60}');
    log.logger.debug('too small to be written');
    log.logger.child({ service: 'visits' }).error({ err: new Error('the secret inside') }, 'failed');
    await eventually(() => expect(collector.sent).toHaveLength(2));
    expect(collector.texts.map((line) => `${line}\n`)).toEqual(written);
    expect(collector.sent.map(({ severityNumber }) => severityNumber)).toEqual([9, 17]);
    const { time } = JSON.parse(written[0]!) as { time: number };
    expect(collector.sent[0]!.timeUnixNano).toBe(`${time}000000`);
    expect([...collector.services]).toEqual(['notes']);
    expect(collector.asked[0]!.url).toBe('/v1/logs');
  });

  it('wait while it is away, and come in their order when it is back', async () => {
    log = opened();
    log.logger.info('before');
    await eventually(() => expect(messages()).toEqual(['before']));
    collector.go();
    for (const number of [1, 2, 3]) log.logger.info(`while away ${number}`);
    await eventually(() => expect(messages(written)).toContain('lines cannot be sent'));
    log.logger.info('while away 4');
    await collector.come();
    await eventually(() => expect(messages()).toContain('lines are sent again'));
    expect(messages()).toEqual(messages(written));
    expect(JSON.parse(written.at(-1)!)).toMatchObject({ level: 40, lost: 0 });
    expect(messages(written).filter((said) => said === 'lines cannot be sent')).toHaveLength(1);
  });

  it('wait while it is there and takes none', async () => {
    collector.status = 503;
    log = opened();
    log.logger.info('early');
    await eventually(() => expect(messages(written)).toContain('lines cannot be sent'));
    collector.status = 200;
    await eventually(() =>
      expect(messages()).toEqual(['early', 'lines cannot be sent', 'lines are sent again']),
    );
  });

  it('are lost when it refuses them for good, which is said', async () => {
    collector.status = 400;
    log = opened();
    log.logger.info('refused');
    await eventually(() => expect(messages(written)).toContain('lines cannot be sent'));
    expect(JSON.parse(written[1]!)).toMatchObject({ level: 40, reason: 'Bad Request', code: 400 });
    collector.status = 200;
    log.logger.info('taken');
    await eventually(() => expect(messages()).toContain('lines are sent again'));
    expect(messages()).not.toContain('refused');
    expect((JSON.parse(collector.texts.at(-1)!) as { lost: number }).lost).toBeGreaterThanOrEqual(1);
  });

  it('take no more than so much memory while it is away, and say how many are missing', async () => {
    collector.go();
    log = opened();
    const long = 'x'.repeat(MIB / 8);
    for (let number = 0; number < 100; number += 1) log.logger.info({ long }, `${number}`);
    expect(written).toHaveLength(100); // whatever the collector does
    await collector.come();
    await eventually(() => expect(messages()).toContain('lines are sent again'));
    const numbers = messages().filter((said) => /^\d+$/.test(said));
    expect(numbers).toEqual(Array.from({ length: 63 }, (_, number) => `${number}`)); // 63 are less than 8 MiB, 64 are more
    const { lost } = JSON.parse(collector.texts.at(-1)!) as { lost: number };
    expect(lost).toBe(37);
    expect(collector.longest).toBeLessThan(MIB);
  });

  it('are sent before it stops', async () => {
    log = opened();
    log.logger.info('stopping');
    await log.close();
    expect(messages()).toEqual(['stopping']);
  });

  it.each([
    ['is away', () => collector.go()],
    ['never answers', () => (collector.status = undefined)],
  ])(
    'do not keep it from stopping when the collector %s: it says how many were not sent',
    async (_what, begin) => {
      log = opened();
      begin();
      log.logger.info('stopping');
      const before = performance.now();
      await log.close();
      expect(performance.now() - before).toBeLessThan(15_000);
      const last = JSON.parse(written.at(-1)!) as { msg: string; lost: number };
      expect(last.msg).toBe('lines were not sent');
      expect(last.lost).toBeGreaterThanOrEqual(1);
    },
  );

  it('go to one whose certificate is believed, and to no other', async () => {
    const tls = await (await anAuthority(folder)).certify('collector');
    const settings = readTls({
      LIREN_TLS_CERT: tls.certFile,
      LIREN_TLS_KEY: tls.keyFile,
      LIREN_TLS_CA: tls.caFile,
    });
    const strangers = await (await anAuthority(join(folder, 'strangers'))).certify('collector');
    for (const [shown, taken] of [
      [tls, ['hello']],
      [strangers, []],
    ] as const) {
      collector.go();
      collector = new Collector(shown);
      await collector.come();
      log = opened({ tls: settings });
      log.logger.info('hello');
      await log.close();
      expect(messages()).toEqual(taken);
    }
    expect(written.join('')).toMatch(/lines cannot be sent[^]*lines were not sent/);
  });

  it('are sent with what the collector knows us by', async () => {
    process.env['OTEL_EXPORTER_OTLP_HEADERS'] = 'authorization=Bearer%20ours';
    try {
      log = opened();
      log.logger.info('hello');
      await log.close();
    } finally {
      delete process.env['OTEL_EXPORTER_OTLP_HEADERS'];
    }
    expect(collector.asked[0]!.headers.authorization).toBe('Bearer ours');
  });

  it('go nowhere when no collector is named', async () => {
    log = opened({ logsEndpoint: undefined });
    log.logger.info('here alone');
    await log.close();
    expect(messages(written)).toEqual(['here alone']);
    expect(collector.asked).toEqual([]);
  });
});

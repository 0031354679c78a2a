import { SeverityNumber } from '@opentelemetry/api-logs';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';

export interface SentLinesOptions {
  /** Name of whoever writes them. */
  readonly service: string;
  /** Base URL of an OpenTelemetry collector (OTLP over HTTP). */
  readonly endpoint: string;
  /** What the collector is believed by; as browsers do when left out. */
  readonly tls?: { readonly ca: string };
  /** Hears once that lines cannot be sent, once that they are again, and at the end how many never were. */
  readonly onTrouble: (what: object, message: string) => void;
}

/** Each, and stopping, waits no longer for a collector. */
const TIMEOUT_MS = 2_000;
const EVERY_MS = 1_000;
/** Characters that wait for a collector; lines beyond are on standard output alone. */
const HELD_AT_MOST = 8 * 1024 * 1024;
/** Characters in one request: a proxy takes no more than a megabyte, unless told to. */
const SENT_AT_MOST = 256 * 1024;
/** How each line of pino begins. */
const BEGINNING = /^\{"level":(\d+),"time":(\d+)/;
/** By pino's levels. */
const SEVERITIES: Readonly<Record<string, SeverityNumber>> = {
  10: SeverityNumber.TRACE,
  20: SeverityNumber.DEBUG,
  30: SeverityNumber.INFO,
  40: SeverityNumber.WARN,
  50: SeverityNumber.ERROR,
  60: SeverityNumber.FATAL,
};
const SCOPE = { name: 'liren' };

/** What a collector answers when asking again is in vain, as OTLP has it. */
interface Refusal extends Error {
  /** Status of the answer; absent, or no number, when there was none or it is worth another try. */
  readonly code?: unknown;
}

/**
 * Sends lines of a log to a collector, in their order and behind the back of whoever writes them. OpenTelemetry's own batches
 * are dropped when they fail, so lines are held here until they are taken: one may come twice, when its answer is lost.
 */
export class SentLines {
  private held: string[] = [];
  private heldLength = 0;
  private lost = 0;
  private isAway = false;
  private sending: Promise<void> | undefined;
  private readonly exporter: OTLPLogExporter;
  private readonly resource: Resource;
  private readonly onTrouble: SentLinesOptions['onTrouble'];
  private readonly timer: NodeJS.Timeout;

  constructor({ service, endpoint, tls, onTrouble }: SentLinesOptions) {
    this.exporter = new OTLPLogExporter({
      url: `${endpoint.replace(/\/$/, '')}/v1/logs`,
      timeoutMillis: TIMEOUT_MS,
      httpAgentOptions: { keepAlive: true, ...(tls && { ca: tls.ca }) },
    });
    this.resource = resourceFromAttributes({ 'service.name': service, 'service.namespace': 'liren' });
    this.onTrouble = onTrouble;
    this.timer = setInterval(() => void this.send(), EVERY_MS).unref();
  }

  /** At once, whatever the collector does. */
  take(line: string): void {
    if (this.heldLength + line.length > HELD_AT_MOST) {
      this.lost += 1;
      return;
    }
    this.held.push(line);
    this.heldLength += line.length;
  }

  /** Sends what is left, if the collector takes it soon. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    let patience: NodeJS.Timeout | undefined;
    const outOfPatience = new Promise<void>((resolve) => {
      patience = setTimeout(resolve, TIMEOUT_MS);
    });
    await Promise.race([this.sendLast(), outOfPatience]);
    clearTimeout(patience);
    const lost = this.lost + this.held.length;
    if (lost > 0) this.onTrouble({ lost }, 'lines were not sent');
  }

  private async sendLast(): Promise<void> {
    await this.sending;
    await this.send();
    await this.exporter.shutdown();
  }

  private send(): Promise<void> {
    this.sending ??= this.sendHeld().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendHeld(): Promise<void> {
    while (this.held.length > 0) {
      const lines = this.held.slice(0, this.countOfBatch());
      const refusal = await this.offer(lines);
      if (refusal !== undefined) this.complain(refusal);
      const refused = typeof refusal?.code === 'number';
      if (refusal !== undefined && !refused) return;
      this.held = this.held.slice(lines.length);
      for (const { length } of lines) this.heldLength -= length;
      if (refused) this.lost += lines.length;
      else this.rejoice();
    }
  }

  /** At least one, however long it is. */
  private countOfBatch(): number {
    let length = 0;
    const end = this.held.findIndex((line) => (length += line.length) > SENT_AT_MOST);
    return end === -1 ? this.held.length : Math.max(end, 1);
  }

  /** Undefined when they were taken. */
  private offer(lines: readonly string[]): Promise<Refusal | undefined> {
    const records = lines.map((line) => recordOf(line, this.resource));
    return new Promise<Refusal | undefined>((resolve) =>
      this.exporter.export(records, ({ error }) => resolve(error)),
    ).catch((error: unknown) => error as Refusal);
  }

  private complain({ message, code }: Refusal): void {
    if (this.isAway) return; // what is said is a line, too
    this.isAway = true;
    this.onTrouble({ reason: message, code }, 'lines cannot be sent');
  }

  private rejoice(): void {
    if (!this.isAway && this.lost === 0) return;
    const { lost } = this;
    this.isAway = false;
    this.lost = 0;
    this.onTrouble({ lost }, 'lines are sent again');
  }
}

/** The line itself, letter for letter; for a collector also how bad and when. */
const recordOf = (line: string, resource: Resource): ReadableLogRecord => {
  const [, level = '30', time = '0'] = BEGINNING.exec(line) ?? [];
  const ms = Number(time);
  const hrTime: [number, number] = [Math.floor(ms / 1_000), (ms % 1_000) * 1_000_000];
  return {
    hrTime,
    hrTimeObserved: hrTime,
    severityNumber: SEVERITIES[level],
    body: line.trimEnd(),
    resource,
    instrumentationScope: SCOPE,
    ...{ attributes: {}, droppedAttributesCount: 0 },
  };
};

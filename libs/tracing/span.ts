/**
 * Something that was done, told when it is over. A trace is what the log says: its id is the correlation id, a span's is
 * the end of the command's or the fact's own id. So whoever holds a fact knows its span, in every process and afterwards.
 */
export interface Span {
  readonly name: string;
  readonly kind: 'server' | 'producer' | 'consumer' | 'internal';
  /** One for all that follows from one request. */
  readonly correlationId: string;
  readonly spanId: string;
  /** The span it follows from; absent when it is the first of its trace. */
  readonly parentSpanId?: string;
  /** Milliseconds since 1970, as `endedAt`. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Why it failed; absent when it did not. */
  readonly failure?: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** Where spans go. */
export interface Traces {
  /** False when nobody collects spans, so that none need to be made. */
  readonly on: boolean;
  record(span: Span): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** The span of a command or a fact: the random end of its id. */
export const spanIdOf = (id: string): string => id.replaceAll('-', '').slice(16);

export const noTraces: Traces = { on: false, record: () => undefined, close: async () => undefined };

/** Who asks, as W3C Trace Context says it. */
export interface TraceParent {
  /** The trace id, written as the UUID it is as long as. */
  readonly correlationId: string;
  readonly spanId: string;
}

const TRACEPARENT =
  /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}/;

/** Undefined for a header that is absent or says no trace: it is ignored then, as the standard wants. */
export const readTraceparent = (header: unknown): TraceParent | undefined => {
  const found = typeof header === 'string' ? TRACEPARENT.exec(header) : null;
  return found === null ? undefined : { correlationId: found.slice(1, 6).join('-'), spanId: found[6]! };
};

export const traceparentOf = ({ correlationId, spanId }: TraceParent): string =>
  `00-${correlationId.replaceAll('-', '')}-${spanId}-01`;

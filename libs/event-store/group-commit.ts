import type { AppendRequest, AppendResult } from './append-request.js';
import type { Outcome } from './append-call.js';

interface Waiting {
  readonly request: AppendRequest;
  /** What it touches: commands, claims, and streams that it adds to. */
  readonly writes: readonly string[];
  /** Streams that it expects something of, and leaves as they are. */
  readonly looks: readonly string[];
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_REQUESTS = 1_000;
const MOST_EVENTS = 4_000;
const CALLS_IN_FLIGHT = 2;
/** So many share a commit well; more of them are halved, so that one half is made ready while the other is written. */
const WORTH_A_CALL = 64;

/**
 * Collects concurrent appends and writes them in one call, so that many share one commit; a lone append goes straight
 * through. Requests that touch the same stream, command or claim neither share a call nor overtake each other: each call is
 * decided as a set, and the first to ask is the first to be decided. Those that only look at a stream share a call with each
 * other, and none with whoever adds to it: as a set, two that each look at what the other adds to would both be right. Whoever
 * adds does not wait for a look that is being written: that one only says what was so before.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private inFlight = 0;
  private requestsInFlight = 0;
  private readonly beingWritten = new Set<string>();
  private flushing = false;

  constructor(private readonly call: (batch: readonly AppendRequest[]) => Promise<Outcome[]>) {}

  append(request: AppendRequest): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, writes: writesOf(request), looks: looksOf(request), resolve, reject });
      this.flushSoon();
    });
  }

  /** After all callers that one answered call has woken have asked again; else their first would go alone. */
  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    process.nextTick(() => {
      this.flushing = false;
      this.flush();
    });
  }

  private flush(): void {
    while (this.inFlight < CALLS_IN_FLIGHT && this.waiting.length > 0) {
      const batch = this.takeBatch();
      if (batch.length === 0) return; // all wait for what is being written
      this.inFlight += 1;
      this.requestsInFlight += batch.length;
      for (const { writes } of batch) for (const key of writes) this.beingWritten.add(key);
      void this.write(batch).finally(() => {
        this.inFlight -= 1;
        this.requestsInFlight -= batch.length;
        for (const { writes } of batch) for (const key of writes) this.beingWritten.delete(key);
        this.flushSoon();
      });
    }
  }

  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const written = new Set<string>();
    const lookedAt = new Set<string>();
    const mustWait = ({ writes, looks }: Waiting): boolean =>
      writes.some((key) => lookedAt.has(key)) ||
      [...writes, ...looks].some((key) => written.has(key) || this.beingWritten.has(key));
    const most = this.mostRequests();
    let events = 0;
    for (const one of this.waiting) {
      const full = batch.length >= most || events >= MOST_EVENTS;
      if (full || mustWait(one)) {
        later.push(one);
      } else {
        batch.push(one);
        events += one.request.streams.reduce((sum, stream) => sum + stream.events.length, 0);
      }
      if (full) continue;
      for (const key of one.writes) written.add(key); // also for one put off: the next on its stream waits behind it
      for (const key of one.looks) lookedAt.add(key);
    }
    this.waiting = later;
    return batch;
  }

  private mostRequests(): number {
    const share = Math.ceil((this.waiting.length + this.requestsInFlight) / CALLS_IN_FLIGHT);
    return Math.min(Math.max(share, WORTH_A_CALL), MOST_REQUESTS);
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.call(batch.map(({ request }) => request));
      const again = batch.filter((one, at) => !settle(one, outcomes[at]!));
      if (again.length > 0) await this.write(again);
    } catch (error) {
      if (batch.length === 1 || isLost(error)) batch.forEach(({ reject }) => reject(error));
      else for (const one of batch) await this.write([one]); // one that cannot be written fails alone
    }
  }
}

const settle = (one: Waiting, outcome: Outcome): boolean => {
  if (outcome === 'again') return false;
  if (outcome instanceof Error) one.reject(outcome);
  else one.resolve(outcome);
  return true;
};

/** PostgreSQL says a five-letter state for what it refuses, class 08 and 57 for a connection that broke; so does no code. */
const isLost = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code !== 'string' || code.length !== 5 || code.startsWith('08') || code.startsWith('57');
};

const writesOf = ({ context, streams }: AppendRequest): string[] => [
  `command ${context.commandId}`,
  ...streams.flatMap(({ stream, events, claims = [] }) => [
    ...(events.length > 0 ? [stream] : []),
    ...claims.map(({ key }) => `claim ${key}`),
  ]),
];

const looksOf = ({ streams }: AppendRequest): string[] =>
  streams.filter(({ events }) => events.length === 0).map(({ stream }) => stream);

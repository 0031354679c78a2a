const HOUR_MS = 3_600_000;

interface Hour {
  readonly beganAt: number;
  readonly clientIds: Set<string>;
}

/**
 * How many clients one account may read in an hour, one by one or by searching; the same client again is no more. Kept by
 * each process for itself: what was read is in the log, this only slows down who copies all of it.
 */
export class ReadingLimit {
  private readonly hours = new Map<string, Hour>();

  constructor(private readonly most: number) {}

  /** Seconds to wait when that is too many; undefined when they may be read, and count. */
  take(account: string, clientIds: readonly string[], nowMs: number): number | undefined {
    const { beganAt, clientIds: read } = this.hourOf(account, nowMs);
    const others = new Set(clientIds.filter((clientId) => !read.has(clientId)));
    if (read.size + others.size > this.most) return Math.ceil((beganAt + HOUR_MS - nowMs) / 1_000);
    for (const clientId of others) read.add(clientId);
    return undefined;
  }

  private hourOf(account: string, nowMs: number): Hour {
    const known = this.hours.get(account);
    if (known !== undefined && isOn(known, nowMs)) return known;
    for (const [other, hour] of this.hours) if (!isOn(hour, nowMs)) this.hours.delete(other);
    const begun = { beganAt: nowMs, clientIds: new Set<string>() };
    this.hours.set(account, begun);
    return begun;
  }
}

/** A clock that was set back does not make an hour longer. */
const isOn = ({ beganAt }: Hour, nowMs: number): boolean => nowMs >= beganAt && nowMs < beganAt + HOUR_MS;

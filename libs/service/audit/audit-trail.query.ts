import { Injectable } from '@nestjs/common';
import { EventStore, LogSeals } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import type { AuditEntry, AuditTrail } from './audit-trail.answers.js';

export interface AuditAsked {
  /** Recorded at or after this instant. */
  readonly from?: string;
  /** Recorded before this instant. */
  readonly to?: string;
  readonly who?: string;
  readonly type?: string;
  /** Position in the log after which to look. */
  readonly after?: number;
  readonly limit?: number;
}

/** Facts looked at for one answer, however few of them are asked for. */
const LOOKED_AT = 50_000;

/** A service's log as a trail of who did what. */
@Injectable()
export class AuditTrailQuery {
  readonly seals: LogSeals;

  constructor(private readonly events: EventStore) {
    this.seals = new LogSeals(events.pool);
  }

  async read({ from, to, who, type, after = 0, limit = 100 }: AuditAsked): Promise<AuditTrail> {
    const head = await this.events.head();
    const begin = Math.max(after, from === undefined ? 0 : await this.lastBefore(inFull(from), head));
    const end = Math.max(begin, to === undefined ? head : await this.lastBefore(inFull(to), head));
    const looked = Math.min(end, begin + LOOKED_AT);
    const facts = await this.events.readSome({ after: begin, upTo: looked, actor: who, type, limit });
    const upTo = facts.length === limit ? facts.at(-1)!.position : looked;
    return {
      entries: facts.map(entryOf),
      upTo,
      lookedUntil: upTo < end ? await this.recordedAt(upTo) : null,
      seal: (await this.seals.last()) ?? null,
    };
  }

  /** The last position recorded before an instant; positions are recorded in the order of time. */
  private async lastBefore(instant: string, head: number): Promise<number> {
    let [before, notBefore] = [0, head + 1];
    while (notBefore - before > 1) {
      const middle = Math.floor((before + notBefore) / 2);
      if ((await this.recordedAt(middle)) < instant) before = middle;
      else notBefore = middle;
    }
    return before;
  }

  private async recordedAt(position: number): Promise<string> {
    return (await this.events.readAll(position - 1, 1))[0]!.recordedAt;
  }
}

/** With milliseconds and in UTC, as instants of the log are written. */
const inFull = (instant: string): string => new Date(instant).toISOString();

const entryOf = ({ id: factId, actor: who, storeId, ...fact }: Recorded): AuditEntry => {
  const { position, recordedAt, occurredAt, type, stream, commandId, data } = fact;
  return {
    ...{ position, factId, recordedAt, occurredAt, who, type, stream, commandId, data },
    storeId: storeId ?? null,
  };
};

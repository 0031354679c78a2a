import { Injectable } from '@nestjs/common';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { page, type Page } from '#libs/http';
import {
  reading,
  type Readable,
  type ReadingEvent,
  type ReadingPurpose,
  type TakenOut,
} from '../reading.events.js';

export interface AccessLogEntry {
  readonly at: string;
  /** The account, or `service:<name>`. */
  readonly who: string | null;
  readonly role: string;
  readonly storeId: string | null;
  readonly what: Readable;
  readonly purpose: ReadingPurpose;
  readonly refused: boolean;
  readonly takenOut: TakenOut | null;
}

@Injectable()
export class AccessLogQuery {
  constructor(private readonly events: EventStore) {}

  /** Straight from the log, oldest first; the cursor is the version of the last. */
  async of(clientId: string, cursor = '0', limit = 100): Promise<Page<AccessLogEntry>> {
    const facts = await this.events.readStream(streamOf(reading, clientId), Number(cursor), limit + 1);
    const { items, nextCursor } = page(facts, limit, ({ version }) => String(version));
    return { items: (items as readonly Recorded<ReadingEvent>[]).map(entryOf), nextCursor };
  }
}

const entryOf = ({ type, occurredAt: at, actor: who, data }: Recorded<ReadingEvent>): AccessLogEntry => {
  const { role, readerStore: storeId, what, purpose, takenOut = null } = data;
  return { at, who, role, storeId, what, purpose, refused: type === 'ReadingRefused', takenOut };
};

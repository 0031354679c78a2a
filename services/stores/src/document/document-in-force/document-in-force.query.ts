import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import type { Kind } from '../document.events.js';
import { document, documentId, followedOn, nothingInForce, type InForce } from '../document.js';
import { TodayQuery } from '../today.query.js';

export interface Question {
  readonly kind: Kind;
  readonly code: string;
  readonly storeId?: string | undefined;
  readonly on?: string | undefined;
}

@Injectable()
export class DocumentInForceQuery {
  constructor(
    private readonly events: EventStore,
    private readonly today: TodayQuery,
  ) {}

  /** As the log has it now, so that it may be relied on at once. The day is today in the store when none is asked for. */
  async find({ kind, code, storeId, on }: Question): Promise<InForce> {
    const day = on ?? (await this.today.in(storeId));
    const chain = await this.events.see(document, documentId(kind, code, null));
    const own =
      storeId === undefined
        ? undefined
        : (await this.events.see(document, documentId(kind, code, storeId))).state;
    const found = followedOn(chain.state, own, day);
    if (found !== undefined) return found;
    throw nothingInForce({ kind, code, storeId, day });
  }
}

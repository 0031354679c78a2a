import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { CLOCK } from '#libs/service';
import { known, store } from '../../store/store.js';
import type { Kind } from '../document.events.js';
import { document, documentId, followedOn, nothingInForce, type InForce } from '../document.js';

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
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As the log has it now, so that it may be relied on at once. The day is today in the store when none is asked for. */
  async find({ kind, code, storeId, on }: Question): Promise<InForce> {
    const day = on ?? (await this.today(storeId));
    const chain = await this.events.see(document, documentId(kind, code, null));
    const own =
      storeId === undefined
        ? undefined
        : (await this.events.see(document, documentId(kind, code, storeId))).state;
    const found = followedOn(chain.state, own, day);
    if (found !== undefined) return found;
    throw nothingInForce({ kind, code, storeId, day });
  }

  /** Today where the store is; by UTC for the chain, which has no place. */
  async today(storeId?: string): Promise<string> {
    const now = this.clock.now().toISOString();
    if (storeId === undefined) return dayOf(now, 'UTC');
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    return dayOf(now, opening.timeZone);
  }
}

import { Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import { EventStore } from '#libs/event-store';
import { document, documentId, followedOn, nothingInForce } from '../document/document.js';
import { known, store } from '../store/store.js';
import type { Followed } from './check-run.js';

@Injectable()
export class FollowedListQuery {
  constructor(private readonly events: EventStore) {}

  async dayAt(runAt: string, storeId: string): Promise<string> {
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    return dayOf(runAt, opening.timeZone);
  }

  /** A check list as it is followed in a store on a day. Refuses where none is. */
  async on(day: string, { storeId, code }: { storeId: string; code: string }): Promise<Followed> {
    const [chain, own] = await Promise.all(
      [null, storeId].map((scope) => this.events.load(document, documentId('check-list', code, scope))),
    );
    const list = followedOn(chain!.state, own!.state, day);
    if (list === undefined) throw nothingInForce({ kind: 'check-list', code, storeId, day });
    const { version, because, content } = list;
    const pointIds = (content['points'] as { pointId: string }[]).map(({ pointId }) => pointId);
    return { version, because, day, pointIds };
  }
}

import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import { paidIn } from '../noted-visit/paid-in.js';
import { VisitHistoryQuery } from '../noted-visit/visit-history.query.js';
import { knownMember, memberSince } from './known-member.js';
import { memberLevelOn, type MemberLevel } from './member-level.js';

export type Membership = MemberLevel & { readonly since: string };

@Injectable()
export class KnownMembersQuery {
  constructor(
    private readonly events: EventStore,
    private readonly visits: VisitHistoryQuery,
    private readonly policies: KnownPoliciesQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  /** Of a client of a store, and of all who are read as her. */
  async of(clientIds: readonly string[], storeId: string): Promise<Membership | null> {
    const members = await this.events.seeMany(knownMember, clientIds);
    const member = memberSince(members.map(({ state }) => state));
    if (member === null) return null;
    const paid = paidIn(await this.stores.currencyOf(storeId), await this.visits.of(clientIds));
    const today = await this.stores.today(storeId);
    const policies = await this.policies.of('member-levels');
    return { ...member, ...memberLevelOn(paid, policies, storeId, today) };
  }
}

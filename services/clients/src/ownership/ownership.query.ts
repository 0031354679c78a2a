import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { ClientLinksQuery } from '../client-link/client-links.query.js';
import { erasedClient } from '../client/known-client.js';
import { KnownClientQuery } from '../client/known-client.query.js';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import { VisitHistoryQuery } from '../noted-visit/visit-history.query.js';
import { ownership, together, type Assignments } from './ownership.js';
import type { Owner, OwnershipFacts } from './owner-on.js';
import { ownedSince } from './owners-until.js';
import { servedVisits } from './served-visits.js';

export interface Known {
  readonly facts: OwnershipFacts;
  /** At the store. */
  readonly today: string;
}

export interface Standing {
  readonly storeId: string;
  readonly today: string;
  /** What was decided for those who were merged into her. */
  readonly ofOthers: Assignments;
}

@Injectable()
export class OwnershipQuery {
  constructor(
    private readonly events: EventStore,
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
    private readonly visits: VisitHistoryQuery,
    private readonly policies: KnownPoliciesQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  /** What ownership follows from, hers and of all who are read as her. Refuses with `unknown-client`. */
  async of(clientId: string, minPosition?: number): Promise<Known> {
    const { storeId } = await this.clients.one(clientId);
    const ids = await this.links.idsOf(clientId);
    const history = await this.visits.of(ids, minPosition);
    const [assignments, policies] = await Promise.all([
      this.assignmentsOf(ids),
      this.policies.of('client-ownership'),
    ]);
    const facts = { clientId, storeId, visits: servedVisits(history), assignments, policies };
    return { facts, today: await this.stores.today(storeId) };
  }

  /** Whose she is today. Refuses with `unknown-client`. */
  async now(clientId: string): Promise<Owner & { readonly since: string | null }> {
    const { facts, today } = await this.of(clientId);
    const { owner, since } = ownedSince(facts, today);
    return { ...owner, since };
  }

  /** What must be known to name an owner or to release one. Refuses with `unknown-client`, and with `erased`. */
  async standing(clientId: string): Promise<Standing> {
    const { storeId, erased } = await this.clients.one(clientId);
    if (erased === true) throw erasedClient(clientId);
    const ids = await this.links.idsOf(clientId);
    const today = await this.stores.today(storeId);
    return { storeId, today, ofOthers: await this.assignmentsOf(ids.slice(1)) };
  }

  private async assignmentsOf(clientIds: readonly string[]): Promise<Assignments> {
    const all = await Promise.all(clientIds.map((clientId) => this.events.load(ownership, clientId)));
    return together(...all.map(({ state }) => state));
  }
}

import { Injectable } from '@nestjs/common';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { openWith } from '../../client/file-sections.config.js';
import { FilesQuery } from '../../client/files.query.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { HealthAccessQuery } from '../../health/health-access.query.js';
import { HealthNotesQuery } from '../../health/health-notes.query.js';
import { onMenu } from '../../known-item/known-item.js';
import { KnownItemsQuery } from '../../known-item/known-items.query.js';
import { KnownPoliciesQuery } from '../../known-policy/known-policies.query.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { PurchasesQuery } from '../../noted-visit/purchases.query.js';
import { carePlanOn } from '../care-plan-policy.js';
import { itemsAskedFor, proposePlan, type Proposal } from './proposed-plan.js';

export interface ProposedPlan {
  readonly clientId: string;
  readonly on: string;
  readonly policyVersion: string;
  readonly healthOpen: boolean;
  readonly proposals: readonly Proposal[];
}

const SECTIONS = ['preferences', 'skin-diagnosis'] as const;

@Injectable()
export class ProposedPlanQuery {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
    private readonly files: FilesQuery,
    private readonly access: HealthAccessQuery,
    private readonly notes: HealthNotesQuery,
    private readonly purchases: PurchasesQuery,
    private readonly items: KnownItemsQuery,
    private readonly policies: KnownPoliciesQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  /**
   * Of what she bought in stores that whoever asks may see. Her skin and what is noted of her health count with her consent
   * alone. Refuses with `unknown-client` and `restricted`; throws `OtherStore`.
   */
  async of(clientId: string, asked?: string, minPosition?: number): Promise<ProposedPlan> {
    const known = await this.clients.one(clientId);
    const ids = await this.links.idsOf(clientId);
    const on = asked ?? (await this.stores.today(known.storeId));
    const { version, value } = carePlanOn(await this.policies.of('care-plans'), known.storeId, on);
    const healthOpen = await this.access.consents(clientId, 'health');
    const [file, purchases, { contraindications }] = await Promise.all([
      this.files.read(clientId, known, openWith(healthOpen, SECTIONS)),
      this.purchases.of(ids, on, minPosition),
      this.links.personOf(clientId).then((person) => this.notes.warning(person)),
    ]);
    const menu = await this.menuOf(itemsAskedFor(value, purchases), on);
    const proposals = proposePlan(value, { file, purchases, contraindications, menu }, on);
    return { clientId, on, policyVersion: version, healthOpen, proposals };
  }

  private async menuOf(itemIds: readonly string[], on: string) {
    const items = [...(await this.items.of(itemIds))].map(([id, item]) => [id, onMenu(item, on)] as const);
    return new Map(
      items.flatMap(([id, described]) => (described === null ? [] : [[id, described] as const])),
    );
  }
}

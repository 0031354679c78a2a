import { Injectable } from '@nestjs/common';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import { textsOn, type Texts } from './consent-text.js';

@Injectable()
export class ConsentTextsQuery {
  constructor(
    private readonly policies: KnownPoliciesQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  /** What can be agreed to in a store today, as the day is there; null for the chain's own texts. */
  async inStore(storeId: string | null): Promise<Texts> {
    const [policies, today] = await Promise.all([
      this.policies.of('consent-texts'),
      this.stores.today(storeId),
    ]);
    return textsOn(policies, storeId, today);
  }
}

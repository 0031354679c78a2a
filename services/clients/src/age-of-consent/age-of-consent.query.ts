import { Injectable } from '@nestjs/common';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import { ageOfConsentOn, type AgeOfConsent } from './age-of-consent.js';

@Injectable()
export class AgeOfConsentQuery {
  constructor(
    private readonly policies: KnownPoliciesQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  /** As it is in a store today, as the day is there; null for the chain's own. */
  async inStore(storeId: string | null): Promise<AgeOfConsent> {
    const [policies, today] = await Promise.all([
      this.policies.of('age-of-consent'),
      this.stores.today(storeId),
    ]);
    return ageOfConsentOn(policies, storeId, today);
  }
}

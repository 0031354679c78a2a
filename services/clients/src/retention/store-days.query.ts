import { Injectable } from '@nestjs/common';
import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import { StoresOfClientsQuery } from '../client/stores-of-clients.query.js';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import type { DayIn } from './retention.js';

/** What day it is at a store, and what the policy `retention` says there on it. */
export interface StoreDay {
  readonly timeZone: string;
  readonly day: string;
  /** Null where no policy holds. */
  readonly version: string | null;
  readonly rules: PolicyOf<'retention'>['purposes'];
}

/** By the id of the store. */
export type StoreDays = ReadonlyMap<string, StoreDay>;

@Injectable()
export class StoreDaysQuery {
  constructor(
    private readonly clientStores: StoresOfClientsQuery,
    private readonly knownStores: KnownStoresQuery,
    private readonly policies: KnownPoliciesQuery,
  ) {}

  /** Of every store that has clients, or leads. */
  async on(dayIn: DayIn): Promise<StoreDays> {
    const policies = await this.policies.of('retention');
    const storeIds = await this.clientStores.all();
    const timeZones = await this.knownStores.timeZonesOf(storeIds);
    const dayAt = (storeId: string, timeZone: string): StoreDay => {
      const day = dayIn(timeZone);
      const entry = inForce(policies, storeId, day);
      if (entry === undefined || entry.value === null) return { timeZone, day, version: null, rules: [] };
      return { timeZone, day, version: `retention@${entry.version}`, rules: entry.value.purposes };
    };
    return new Map(storeIds.map((storeId, at) => [storeId, dayAt(storeId, timeZones[at]!)]));
  }
}

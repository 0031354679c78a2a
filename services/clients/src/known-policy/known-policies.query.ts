import { Injectable } from '@nestjs/common';
import type { PolicyName } from '#contracts/stores/policies';
import { EventStore } from '#libs/event-store';
import { knownPolicy, type KnownPolicy } from './known-policy.js';

@Injectable()
export class KnownPoliciesQuery {
  constructor(private readonly events: EventStore) {}

  /** Everything published under a name that was heard of; `stores` has checked each value by the schema of its name. */
  async of<Name extends PolicyName>(name: Name): Promise<KnownPolicy<Name>> {
    return (await this.events.load(knownPolicy, name)).state as KnownPolicy<Name>;
  }
}

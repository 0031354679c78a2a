import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import { policies, type PolicyName } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { CLOCK } from '#libs/service';
import { known, store } from '../../store/store.js';
import { policy, type PolicyVersion } from '../policy.js';

export interface PolicyInForce extends PolicyVersion {
  readonly name: PolicyName;
  readonly on: string;
  readonly because: 'chain-default' | 'store-override';
}

interface Asked {
  readonly storeId?: string;
  readonly on?: string;
}

@Injectable()
export class PolicyInForceQuery {
  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `nothing-in-force` when nothing was published for that day: parts of Liren then go by their own rules. */
  async one(name: PolicyName, asked: Asked): Promise<PolicyInForce> {
    const found = await this.find(name, asked.storeId ?? null, await this.dayFor(asked));
    if (found !== undefined) return found;
    throw new Rejection('nothing-in-force', 'Nothing was published for this day.', { name }, 'not-found');
  }

  async all(asked: Asked): Promise<PolicyInForce[]> {
    const on = await this.dayFor(asked);
    const names = Object.keys(policies) as PolicyName[];
    const found = await Promise.all(names.map((name) => this.find(name, asked.storeId ?? null, on)));
    return found.filter((one) => one !== undefined);
  }

  async versions(name: PolicyName): Promise<readonly PolicyVersion[]> {
    return (await this.events.load(policy, name)).state;
  }

  private async find(
    name: PolicyName,
    storeId: string | null,
    on: string,
  ): Promise<PolicyInForce | undefined> {
    const entry = inForce(await this.versions(name), storeId, on);
    if (entry === undefined) return undefined;
    return { name, on, because: entry.storeId === null ? 'chain-default' : 'store-override', ...entry };
  }

  /** The day asked for; today in the store, or in UTC for the chain, which has no time zone. */
  private async dayFor({ storeId, on }: Asked): Promise<string> {
    const now = this.clock.now().toISOString();
    if (storeId === undefined) return on ?? dayOf(now, 'UTC');
    const { timeZone } = known(storeId, (await this.events.see(store, storeId)).state).opening;
    return on ?? dayOf(now, timeZone);
  }
}

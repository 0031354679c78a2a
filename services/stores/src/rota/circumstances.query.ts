import { Injectable } from '@nestjs/common';
import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import { EventStore } from '#libs/event-store';
import { ScopedReads, Views } from '#libs/service';
import { policy } from '../policy/policy.js';
import type { AtWorkRow } from '../staff/at-work-row.js';
import { known, store } from '../store/store.js';
import { OWN_RULES, type Circumstances } from './rota-faults.js';

@Injectable()
export class CircumstancesQuery {
  constructor(
    private readonly events: EventStore,
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** What a store's rota of a week must respect, as all of it is known now; and the version of its rules. */
  async of(
    { storeId, week }: { readonly storeId: string; readonly week: string },
    staffIds: readonly string[],
  ): Promise<Circumstances & { readonly policyVersion: string | null }> {
    const opened = known(storeId, (await this.events.see(store, storeId)).state);
    await this.views.reached('at_work', await this.events.head());
    const rows = await this.reads.query<AtWorkRow>('select * from at_work where "staffId" = any($1)', [
      staffIds,
    ]);
    const entry = inForce((await this.events.load(policy, 'working-time')).state, storeId, week);
    return {
      ...{ week, store: opened },
      people: new Map(rows.map(({ staffId, work }) => [staffId, work])),
      rules: entry === undefined ? OWN_RULES : (entry.value as PolicyOf<'working-time'>),
      policyVersion: entry === undefined ? null : `working-time@${entry.version}`,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import { EventStore } from '#libs/event-store';
import { Views } from '#libs/service';
import { ClientLinksQuery } from '../client-link/client-links.query.js';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { dueOn, earliestDue, type Due, type Kept } from './retention.js';

export interface DueClient extends Kept {
  readonly clientId: string;
  readonly storeId: string;
  readonly due: Due;
  readonly policyVersion: string;
}

interface InForce {
  readonly version: string;
  readonly rules: PolicyOf<'retention'>['purposes'];
}

type Row = Kept & { readonly clientId: string; readonly storeId: string; readonly restricted: boolean };

const LAST_ON = `greatest(left(one.since, 10), (select max("happenedOn") from client_visit as visit
                                                  where visit."clientId" = one."clientId"))`;

/** Of whom something is due: nobody, while headquarters publishes no policy `retention`. */
@Injectable()
export class DueQuery {
  constructor(
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
    private readonly views: Views,
    private readonly policies: KnownPoliciesQuery,
    private readonly links: ClientLinksQuery,
  ) {}

  /** On a day, by id after one; what was done already is not due. A page can have fewer, and the next one more. */
  async page(day: string, after: string, limit: number): Promise<{ due: DueClient[]; last: string | null }> {
    const head = await this.events.head();
    await Promise.all(['client_of_store', 'client_visit'].map((view) => this.views.reached(view, head)));
    const inForceIn = await this.inForceOn(day);
    const cutoffs = [...inForceIn].flatMap(([storeId, { rules }]) => {
      const cutoff = earliestDue(rules, day);
      return cutoff === undefined ? [] : [{ storeId, cutoff }];
    });
    const rows = await this.dataSource.query<Row[]>(
      `select one."clientId", one."storeId", status, restricted, ${LAST_ON} as "lastOn"
         from client_of_store as one
         join unnest($1::text[], $2::text[]) as store("storeId", cutoff) on store."storeId" = one."storeId"
        where one."clientId" > $3 and left(one.since, 10) <= cutoff and ${LAST_ON} <= cutoff
        order by one."clientId" limit $4`,
      [cutoffs.map(({ storeId }) => storeId), cutoffs.map(({ cutoff }) => cutoff), after, limit],
    );
    const due = await Promise.all(rows.map((row) => this.dueOf(row, inForceIn.get(row.storeId)!, day)));
    return { due: due.flat(), last: rows.length === limit ? rows.at(-1)!.clientId : null };
  }

  private async dueOf(row: Row, { rules, version }: InForce, day: string): Promise<DueClient[]> {
    const { restricted, ...kept } = row;
    const due = dueOn(rules, { ...kept, lastOn: await this.lastOnOf(row) }, day);
    if (due === undefined || (due === 'restrict' && restricted)) return [];
    return [{ ...kept, due, policyVersion: version }];
  }

  /** Whoever is read as the same person came for her too. */
  private async lastOnOf({ clientId, lastOn }: Row): Promise<string> {
    const survivorId = (await this.links.mergedInto(clientId)) ?? clientId;
    const ids = await this.links.idsOf(survivorId);
    if (ids.length === 1) return lastOn;
    const [last] = await this.dataSource.query<{ lastOn: string }[]>(
      `select max(${LAST_ON}) as "lastOn" from client_of_store as one where "clientId" = any($1)`,
      [ids],
    );
    return last?.lastOn ?? lastOn;
  }

  private async inForceOn(day: string): Promise<Map<string, InForce>> {
    const policies = await this.policies.of('retention');
    const stores = await this.dataSource.query<{ storeId: string }[]>(
      'select distinct "storeId" from client_of_store',
    );
    return new Map(
      stores.flatMap(({ storeId }) => {
        const entry = inForce(policies, storeId, day);
        if (entry === undefined || entry.value === null) return [];
        return [[storeId, { version: `retention@${entry.version}`, rules: entry.value.purposes }]];
      }),
    );
  }
}

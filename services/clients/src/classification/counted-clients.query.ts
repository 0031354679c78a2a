import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Views } from '#libs/service';
import { StoresOfClientsQuery } from '../client/stores-of-clients.query.js';
import { WITH_SURVIVORS } from '../client-link/survivors.js';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import type { Grade } from '../known-store/known-store.events.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import { CURRENCY } from '../noted-visit/paid-in.js';
import { classificationOn, type ClassificationPolicy } from './classification-policy.js';
import { classesOf, sinceOf, type Classes, type Counts } from './classify.js';

export type ClassedClient = Classes & { readonly clientId: string; readonly storeId: string };

/** By what the clients of a store are classed on a day. */
export interface StoreRules {
  readonly storeId: string;
  readonly on: string;
  readonly policy: ClassificationPolicy;
  readonly grade: Grade | null;
  readonly currency: string | null;
}

type CountedRow = Counts & Pick<ClassedClient, 'clientId' | 'storeId'>;

const VIEWS = ['client_of_store', 'client_visit', 'merged_client'];

/**
 * So many clients after one, by their ids. Their visits count in whatever store they were, what they paid where it was in the
 * currency of theirs, as for each alone; who was merged counts as the one she is read as.
 */
const COUNTED = `${WITH_SURVIVORS}, rule as (
    select * from unnest($1::text[], $2::text[], $3::text[], $7::text[]) as one("storeId", "yearAfter", "recentAfter", currency)
  ), looked_at as (
    select "clientId", "storeId" from client_of_store as one
     where "clientId" > $4 and "storeId" = any($1) and status = 'client' and not restricted
       and not exists (select from merged_client as merged where merged."clientId" = one."clientId")
     order by "clientId" limit $5
  ), known_as as (
    select *, "clientId" as id from looked_at
    union all
    select looked_at.*, survivor."clientId" from looked_at join survivor on "survivorId" = looked_at."clientId"
  ), counted as (
    select known_as."clientId", rule.*, kind, "happenedOn",
           case when ${CURRENCY} <> rule.currency then 0 when kind = 'visit' then "amountMinor" else -"amountMinor" end as signed
      from known_as join rule using ("storeId")
      left join client_visit as visit on visit."clientId" = known_as.id and "happenedOn" <= $6
  )
  select "clientId", "storeId",
         count(*) filter (where kind = 'visit') as visits,
         count(*) filter (where kind = 'visit' and "happenedOn" > "recentAfter") as "recentVisits",
         coalesce(sum(signed), 0)::bigint as "spentMinor",
         coalesce(sum(signed) filter (where "happenedOn" > "yearAfter"), 0)::bigint as "yearMinor"
    from counted
   group by "clientId", "storeId" order by "clientId"`;

@Injectable()
export class CountedClientsQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: Views,
    private readonly policies: KnownPoliciesQuery,
    private readonly stores: StoresOfClientsQuery,
    private readonly knownStores: KnownStoresQuery,
  ) {}

  /** Of the stores of whoever asks, or of one of them. */
  async rules(on: string, storeId?: string, minPosition?: number): Promise<StoreRules[]> {
    await this.views.reached(VIEWS, minPosition);
    const storeIds = storeId === undefined ? await this.stores.seen() : [storeId];
    const policies = await this.policies.of('client-classification');
    const grades = await this.knownStores.gradesOn(storeIds, on);
    const currencies = await Promise.all(storeIds.map((id) => this.knownStores.currencyOf(id)));
    return storeIds.map((id, at) => ({
      ...{ storeId: id, on, grade: grades[at] ?? null, currency: currencies[at] ?? null },
      policy: classificationOn(policies, id, on),
    }));
  }

  /** Clients of these stores after one of them, with all their classes; fewer than asked for are the last. */
  async some(rules: readonly StoreRules[], after: string, limit: number): Promise<ClassedClient[]> {
    if (rules.length === 0) return [];
    const since = rules.map(({ on, policy }) => sinceOf(on, policy));
    const rows = await this.dataSource.query<CountedRow[]>(COUNTED, [
      rules.map(({ storeId }) => storeId),
      since.map(({ yearAfter }) => yearAfter),
      since.map(({ recentAfter }) => recentAfter),
      ...[after, limit, rules[0]!.on, rules.map(({ currency }) => currency)],
    ]);
    const ruleOf = new Map(rules.map((rule) => [rule.storeId, rule]));
    return rows.map(({ clientId, storeId, ...counts }) => {
      const { grade, on, policy } = ruleOf.get(storeId)!;
      return { clientId, storeId, ...classesOf(counts, grade, on, policy) };
    });
  }
}

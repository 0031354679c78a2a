import { Injectable } from '@nestjs/common';
import { eachOf } from '../../client/looked-through.query.js';
import { CountedClientsQuery, type StoreRules } from '../counted-clients.query.js';
import { nobodyYet, withClient, type ClassSizes } from './class-sizes.js';

export type StoreClassSizes = ClassSizes & { readonly storeId: string; readonly policyVersion: string };

@Injectable()
export class ClassSizesQuery {
  constructor(private readonly clients: CountedClientsQuery) {}

  /** Of each store that whoever asks may see and that has clients: each of them once, by her class that day. */
  async of(on: string, storeId?: string, minPosition?: number): Promise<StoreClassSizes[]> {
    const rules = await this.clients.rules(on, storeId, minPosition);
    const sizes = new Map(rules.map((rule) => [rule.storeId, nobodyYet(classesIn(rule))]));
    for await (const ones of eachOf((after, most) => this.clients.some(rules, after, most)))
      for (const one of ones) sizes.set(one.storeId, withClient(sizes.get(one.storeId)!, one));
    return rules.map(({ storeId: id, policy }) => ({
      ...{ storeId: id, policyVersion: policy.version },
      ...sizes.get(id)!,
    }));
  }
}

const classesIn = ({ grade, policy }: StoreRules): string[] =>
  (grade === null ? [] : (policy.value.annualSpend[grade] ?? [])).map((step) => step.class);

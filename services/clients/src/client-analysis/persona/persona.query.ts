import { Injectable } from '@nestjs/common';
import { CountedClientsQuery } from '../../classification/counted-clients.query.js';
import { eachOf } from '../../client/looked-through.query.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { AnalysedFilesQuery } from '../analysed-files.query.js';
import { personaOf, traitsOf, type Cell } from './persona.js';

export interface Persona {
  readonly on: string;
  readonly policyVersions: Readonly<Record<string, string>>;
  readonly cells: readonly Cell[];
}

@Injectable()
export class PersonaQuery {
  constructor(
    private readonly clients: CountedClientsQuery,
    private readonly files: AnalysedFilesQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  /** Of the stores of whoever asks, as of today alone: what changes from one day to the next would tell of one client. */
  async of(storeId: string | undefined, minPosition: number | undefined): Promise<Persona> {
    await this.files.reached(minPosition);
    const on = await this.stores.today(storeId ?? null);
    const rules = await this.clients.rules(on, storeId, minPosition);
    const placed: Parameters<typeof personaOf>[0][number][] = [];
    for await (const some of eachOf((after, most) => this.clients.some(rules, after, most))) {
      const files = await this.files.of(some.map(({ clientId }) => clientId));
      for (const one of some) {
        const traits = traitsOf(files.get(one.clientId) ?? {}, one.annualSpend.class, on);
        placed.push({ storeId: one.storeId, ...traits });
      }
    }
    const versions = rules.map((rule) => [rule.storeId, rule.policy.version] as const);
    return { on, policyVersions: Object.fromEntries(versions), cells: personaOf(placed) };
  }
}

import { Injectable } from '@nestjs/common';
import type { Client } from '../client/client.js';
import { FilesQuery } from '../client/files.query.js';
import { isMinor, type AgeOfConsent } from './age-of-consent.js';
import { AgeOfConsentQuery } from './age-of-consent.query.js';

interface Somebody {
  readonly clientId: string;
  readonly client: Client;
}

/** For whom another must consent today, each by the file and in the store she has; opened for this moment, and not kept. */
@Injectable()
export class MinorsQuery {
  constructor(
    private readonly files: FilesQuery,
    private readonly ages: AgeOfConsentQuery,
  ) {}

  /** In their order; null of whose age her file says nothing. */
  async among(some: readonly Somebody[]): Promise<(boolean | null)[]> {
    const known = some.map(({ clientId, client }) => ({
      clientId,
      known: client.status === 'unknown' ? { file: {}, storeId: null } : client,
    }));
    const [files, ages] = await Promise.all([
      this.files.readMany(known, ['person']),
      this.agesIn(new Set(known.map((one) => one.known.storeId))),
    ]);
    return known.map((one, at) => isMinor(ages.get(one.known.storeId)!, files[at]!.person ?? {}));
  }

  private async agesIn(
    storeIds: ReadonlySet<string | null>,
  ): Promise<ReadonlyMap<string | null, AgeOfConsent>> {
    const ages = [...storeIds].map(async (id) => [id, await this.ages.inStore(id)] as const);
    return new Map(await Promise.all(ages));
  }
}

import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import { streamOf } from '#libs/event-store';
import { identityClaim } from '../staff/identity.js';
import { staff } from '../staff/staff.js';
import type { ProvidedPerson } from './oidc.query.js';

/** Which account is whose at the provider: the log's claims say it. */
export class IdentitiesQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly indexing: Uint8Array,
  ) {}

  /** Issuer and subject, which together are one person's for ever (OpenID Connect Core, 2); it does not tell them. */
  indexOf({ issuer, subject }: Pick<ProvidedPerson, 'issuer' | 'subject'>): string {
    return createHmac('sha256', this.indexing)
      .update(JSON.stringify([issuer, subject]))
      .digest('base64url');
  }

  /** The account that is bound to her. */
  async accountOf(identity: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ stream: string }[]>(
      'select stream from claim where key = $1',
      [identityClaim(identity)],
    );
    return row?.stream.slice(streamOf(staff, '').length);
  }
}

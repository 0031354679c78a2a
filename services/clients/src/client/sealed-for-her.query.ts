import { Injectable } from '@nestjs/common';
import { open, seal, Vault, type Envelope, type Place, type PURPOSES } from '#libs/privacy';

type Purpose = (typeof PURPOSES)[number];

/** What is sealed with a client's own keys. */
@Injectable()
export class SealedForHer {
  constructor(private readonly vault: Vault) {}

  /** Her key is durable when this resolves. Refuses with `erased`. */
  async seal(clientId: string, purpose: Purpose, place: Place, fields: object): Promise<Envelope> {
    return seal(fields, place, await this.vault.make(clientId, purpose));
  }

  /** Several envelopes of one purpose; each is `erased` when her key was destroyed. */
  async open<Fields>(
    clientId: string,
    purpose: Purpose,
    sealed: readonly { readonly envelope: Envelope; readonly place: Place }[],
  ): Promise<(Fields | 'erased')[]> {
    if (sealed.length === 0) return [];
    const keys = (await this.vault.findMany([clientId], purpose)).get(clientId);
    return sealed.map(({ envelope, place }) => open<Fields>(envelope, place, keys));
  }
}

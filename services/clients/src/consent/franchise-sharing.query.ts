import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { client } from '../client/client.js';
import { KnownStoresQuery } from '../known-store/known-stores.query.js';
import { ConsentsQuery } from './consents.query.js';
import { isSharedWith, type Sharing } from './franchise-sharing.js';

/** Which stores may know of a client, as the log has it now. */
@Injectable()
export class FranchiseSharingQuery {
  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
    private readonly consents: ConsentsQuery,
  ) {}

  /** Whether a store may know of her file: her company's, and with her consent any other of the brand. */
  async isSharedWith(storeId: string, clientId: string): Promise<boolean> {
    return isSharedWith(await this.of(storeId, clientId));
  }

  /** Whether a store is of the company that has her file. */
  async isOfHerCompany(storeId: string, clientId: string): Promise<boolean> {
    return (await this.of(storeId, clientId)).isOneCompany;
  }

  private async of(storeId: string, clientId: string): Promise<Sharing> {
    const { state } = await this.events.load(client, clientId);
    if (state.status === 'unknown') return { isOneCompany: false, isUsable: false, consents: false };
    const [isOneCompany, consents] = await Promise.all([
      this.stores.areOfOneCompany(storeId, state.storeId),
      this.consents.isGiven(clientId, 'sharing-with-franchise'),
    ]);
    return { isOneCompany, consents, isUsable: state.restrictedAt === null && state.erased !== true };
  }
}

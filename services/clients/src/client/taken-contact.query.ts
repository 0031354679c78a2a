import { Injectable } from '@nestjs/common';
import { ClaimTaken, commandContext, streamOf } from '#libs/event-store';
import { FranchiseSharingQuery } from '../consent/franchise-sharing.query.js';
import { alreadyRegistered, contactTaken } from './already-registered.js';
import { client } from './client.js';

/** Whose phone or member number it is that somebody else claims. */
@Injectable()
export class TakenContactQuery {
  constructor(private readonly sharing: FranchiseSharingQuery) {}

  /** What a store is told that claimed it: whoever holds it is who was meant, and is named only to whom she may be known. */
  async refusalOf(error: unknown, storeId: string): Promise<Error> {
    if (!(error instanceof ClaimTaken)) return error as Error;
    const clientId = error.holder.slice(streamOf(client, '').length);
    return (await this.mayName(clientId, storeId)) ? alreadyRegistered(clientId) : contactTaken();
  }

  /** Whoever is of no store acts for the brand. */
  async mayName(clientId: string, storeId: string): Promise<boolean> {
    return commandContext().stores === undefined || this.sharing.isSharedWith(storeId, clientId);
  }
}

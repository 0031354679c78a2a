import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#libs/event-store';
import { FranchiseSharingQuery } from '../../consent/franchise-sharing.query.js';
import { clientLookup } from '../client-lookup.js';
import { foundIn, LookUpClient, lookUpClient, type Found } from './look-up-client.js';

@CommandHandler(LookUpClient)
export class LookUpClientHandler implements ICommandHandler<LookUpClient, Found> {
  constructor(
    private readonly events: EventStore,
    private readonly sharing: FranchiseSharingQuery,
  ) {}

  /** Whether she is shared is asked of the log, for the record and once more before she is shown. */
  async execute(command: LookUpClient): Promise<Found> {
    const { lookupId, clientId, storeId } = command.data;
    const isShared = clientId !== null && (await this.sharing.isSharedWith(storeId, clientId));
    await this.events.transact(clientLookup, lookupId, (lookup) => lookUpClient(isShared)(command, lookup));
    const found = foundIn((await this.events.load(clientLookup, lookupId)).state);
    const isShown = found.isShown && (await this.sharing.isSharedWith(storeId, found.clientId!));
    return { ...found, isShown };
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { ownership } from '../ownership.js';
import { OwnershipQuery } from '../ownership.query.js';
import { ReleaseOwner, releaseOwner } from './release-owner.js';

@CommandHandler(ReleaseOwner)
export class ReleaseOwnerHandler implements ICommandHandler<ReleaseOwner, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly owners: OwnershipQuery,
  ) {}

  async execute(command: ReleaseOwner): Promise<Committed> {
    const { clientId } = command.data;
    const { storeId, today, ofOthers } = await this.owners.standing(clientId);
    const decide = releaseOwner(storeId, today, ofOthers);
    return this.events.transact(ownership, clientId, (own) => decide(command, own));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { ownership } from '../ownership.js';
import { OwnershipQuery } from '../ownership.query.js';
import { AssignOwner, assignOwner } from './assign-owner.js';

@CommandHandler(AssignOwner)
export class AssignOwnerHandler implements ICommandHandler<AssignOwner, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly owners: OwnershipQuery,
  ) {}

  async execute(command: AssignOwner): Promise<Committed> {
    const { clientId } = command.data;
    const { storeId, today, ofOthers } = await this.owners.standing(clientId);
    const decide = assignOwner(storeId, today, ofOthers);
    return this.events.transact(ownership, clientId, (own) => decide(command, own));
  }
}

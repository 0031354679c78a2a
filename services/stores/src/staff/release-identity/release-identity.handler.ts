import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { staff } from '../staff.js';
import { ReleaseIdentity, releaseIdentity } from './release-identity.js';

@CommandHandler(ReleaseIdentity)
export class ReleaseIdentityHandler implements ICommandHandler<ReleaseIdentity, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ReleaseIdentity): Promise<Committed> {
    return this.events.transact(staff, command.data.staffId, (state) => releaseIdentity(command, state));
  }
}

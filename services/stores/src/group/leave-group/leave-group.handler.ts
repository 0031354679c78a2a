import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { group } from '../group.js';
import { LeaveGroup, leaveGroup } from './leave-group.js';

@CommandHandler(LeaveGroup)
export class LeaveGroupHandler implements ICommandHandler<LeaveGroup, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LeaveGroup): Promise<Committed> {
    return this.events.transact(group, command.data.groupId, (state) => leaveGroup(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { employed, staff, unknownStaff } from '../../staff/staff.js';
import { group, known } from '../group.js';
import { JoinGroup, joinGroup } from './join-group.js';

@CommandHandler(JoinGroup)
export class JoinGroupHandler implements ICommandHandler<JoinGroup, Committed> {
  constructor(private readonly events: EventStore) {}

  /** Who is in a store's group works in that store. */
  async execute(command: JoinGroup): Promise<Committed> {
    const { groupId, staffId } = command.data;
    const { storeId } = known(groupId, (await this.events.see(group, groupId)).state);
    const { storeIds } = employed(staffId, (await this.events.load(staff, staffId)).state);
    if (storeId !== null && !storeIds.includes(storeId)) throw unknownStaff(staffId);
    return this.events.transact(group, groupId, (state) => joinGroup(command, state));
  }
}

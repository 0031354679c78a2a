import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, readAhead, type Committed } from '#libs/event-store';
import { employed, staff, unknownStaff } from '../../staff/staff.js';
import { group, known } from '../group.js';
import { JoinGroup, joinGroup } from './join-group.js';

@CommandHandler(JoinGroup)
export class JoinGroupHandler implements ICommandHandler<JoinGroup, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: JoinGroup): Promise<Committed> {
    const check = await readAhead(this.checkWorksThere(command.data));
    return this.events.transact(group, command.data.groupId, (state) => {
      check();
      return joinGroup(command, state);
    });
  }

  /** Who is in a store's group works in that store. */
  private async checkWorksThere({ groupId, staffId }: JoinGroup['data']): Promise<void> {
    const { storeId } = known(groupId, (await this.events.see(group, groupId)).state);
    const { storeIds } = employed(staffId, (await this.events.load(staff, staffId)).state);
    if (storeId !== null && !storeIds.includes(storeId)) throw unknownStaff(staffId);
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { staff } from '../staff.js';
import { ChangeAccess, changeAccess } from './change-access.js';

@CommandHandler(ChangeAccess)
export class ChangeAccessHandler implements ICommandHandler<ChangeAccess, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ChangeAccess): Promise<Committed> {
    return this.events.transact(staff, command.data.staffId, (state) => changeAccess(command, state));
  }
}

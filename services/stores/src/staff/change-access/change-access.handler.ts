import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { AdministratorsQuery } from '../administrators.query.js';
import { staff } from '../staff.js';
import { ChangeAccess, changeAccess } from './change-access.js';

@CommandHandler(ChangeAccess)
export class ChangeAccessHandler implements ICommandHandler<ChangeAccess, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly administrators: AdministratorsQuery,
  ) {}

  execute(command: ChangeAccess): Promise<Committed> {
    const { staffId } = command.data;
    return this.administrators.butOne(staffId, () =>
      this.events.transact(staff, staffId, (state) => changeAccess(command, state)),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { staff } from '../staff.js';
import { CancelAbsence, cancelAbsence } from './cancel-absence.js';

@CommandHandler(CancelAbsence)
export class CancelAbsenceHandler implements ICommandHandler<CancelAbsence, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: CancelAbsence): Promise<Committed> {
    return this.events.transact(staff, command.data.staffId, (state) => cancelAbsence(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { staff } from '../staff.js';
import { NoteAbsence, noteAbsence } from './note-absence.js';

@CommandHandler(NoteAbsence)
export class NoteAbsenceHandler implements ICommandHandler<NoteAbsence, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: NoteAbsence): Promise<Committed> {
    return this.events.transact(staff, command.data.staffId, (state) => noteAbsence(command, state));
  }
}

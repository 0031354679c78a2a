import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { notedVisit } from '../noted-visit.js';
import { NoteVisit, noteVisit } from './note-visit.js';

@CommandHandler(NoteVisit)
export class NoteVisitHandler implements ICommandHandler<NoteVisit, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: NoteVisit): Promise<Committed> {
    return this.events.transact(notedVisit, command.data.visitId, (state) => noteVisit(command, state), {
      expectNew: true,
    });
  }
}

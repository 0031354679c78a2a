import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { notedVisit } from '../noted-visit.js';
import { NoteReturn, noteReturn } from './note-return.js';

@CommandHandler(NoteReturn)
export class NoteReturnHandler implements ICommandHandler<NoteReturn, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: NoteReturn): Promise<Committed> {
    return this.events.transact(notedVisit, command.data.returnId, (state) => noteReturn(command, state), {
      expectNew: true,
    });
  }
}

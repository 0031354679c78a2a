import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { processor } from '../processor.js';
import { NoteDataReturned, noteDataReturned } from './note-data-returned.js';

@CommandHandler(NoteDataReturned)
export class NoteDataReturnedHandler implements ICommandHandler<NoteDataReturned, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: NoteDataReturned): Promise<Committed> {
    return this.events.transact(processor, command.data.processorId, (state) =>
      noteDataReturned(command, state),
    );
  }
}

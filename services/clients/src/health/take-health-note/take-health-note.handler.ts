import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { health } from '../health.js';
import { TakeHealthNote, takeHealthNote } from './take-health-note.js';

@CommandHandler(TakeHealthNote)
export class TakeHealthNoteHandler implements ICommandHandler<TakeHealthNote, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: TakeHealthNote): Promise<Committed> {
    return this.events.transact(health, command.data.clientId, (state) => takeHealthNote(command, state));
  }
}

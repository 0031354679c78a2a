import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { health } from '../health.js';
import { StrikeHealthNote, strikeHealthNote } from './strike-health-note.js';

@CommandHandler(StrikeHealthNote)
export class StrikeHealthNoteHandler implements ICommandHandler<StrikeHealthNote, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: StrikeHealthNote): Promise<Committed> {
    return this.events.transact(health, command.data.clientId, (state) => strikeHealthNote(command, state));
  }
}

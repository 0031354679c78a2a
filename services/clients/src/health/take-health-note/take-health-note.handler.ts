import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed, type Loads } from '#libs/event-store';
import { notBeingErased } from '../../erasure/not-being-erased.query.js';
import { HealthAccessQuery } from '../health-access.query.js';
import { health } from '../health.js';
import { TakeHealthNote, takeHealthNote } from './take-health-note.js';

@CommandHandler(TakeHealthNote)
export class TakeHealthNoteHandler implements ICommandHandler<TakeHealthNote, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly access: HealthAccessQuery,
  ) {}

  execute(command: TakeHealthNote): Promise<Committed> {
    const { clientId } = command.data;
    const provided = async (log: Loads): Promise<void> => {
      await notBeingErased(clientId, log);
      await this.access.need(clientId, 'health', log);
    };
    return this.access.noted(clientId, 'health-notes', () =>
      this.events.transact(health, clientId, (state) => takeHealthNote(command, state), { provided }),
    );
  }
}

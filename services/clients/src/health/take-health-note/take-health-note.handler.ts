import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { unerased } from '../../erasure/unerased.query.js';
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
    return this.events.transact(health, clientId, (state) => takeHealthNote(command, state), {
      provided: async (log) => {
        await unerased(clientId, log);
        await this.access.check(clientId, 'health-notes', 'health', log);
      },
    });
  }
}

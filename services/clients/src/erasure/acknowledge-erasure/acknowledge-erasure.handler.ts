import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { erasure } from '../erasure.js';
import { AcknowledgeErasure, acknowledgeErasure } from './acknowledge-erasure.js';

@CommandHandler(AcknowledgeErasure)
export class AcknowledgeErasureHandler implements ICommandHandler<AcknowledgeErasure, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: AcknowledgeErasure): Promise<Committed> {
    const { clientId } = command.data;
    return this.events.transact(erasure, clientId, (state) => acknowledgeErasure(command, state));
  }
}

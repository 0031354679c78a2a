import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { session } from '../session.js';
import { EndSession, endSession } from './end-session.js';

@CommandHandler(EndSession)
export class EndSessionHandler implements ICommandHandler<EndSession, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: EndSession): Promise<Committed> {
    return this.events.transact(session, command.data.sessionId, (state) => endSession(command, state));
  }
}

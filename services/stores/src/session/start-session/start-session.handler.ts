import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { session } from '../session.js';
import { StartSession, startSession } from './start-session.js';

@CommandHandler(StartSession)
export class StartSessionHandler implements ICommandHandler<StartSession, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: StartSession): Promise<Committed> {
    return this.events.transact(session, command.data.sessionId, (state) => startSession(command, state));
  }
}

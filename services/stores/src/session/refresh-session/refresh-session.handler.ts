import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#libs/event-store';
import { session, type StartedSession } from '../session.js';
import { RefreshSession, refreshSession, sessionEnded } from './refresh-session.js';

/** What became of the session: whose it is, and whether the refresh token sent is used up now. */
export interface Refreshed {
  readonly staffId: string;
  readonly isTokenUsed: boolean;
}

/** Refuses with `session-ended`, also when it is this that ends it. */
@CommandHandler(RefreshSession)
export class RefreshSessionHandler implements ICommandHandler<RefreshSession, Refreshed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: RefreshSession): Promise<Refreshed> {
    let refreshed: Refreshed | undefined;
    await this.events.transact(session, command.data.sessionId, (state) => {
      const facts = refreshSession(command, state);
      const { staffId } = state as StartedSession;
      const hasEnded = facts.some(({ type }) => type === 'SessionEnded');
      refreshed = hasEnded ? undefined : { staffId, isTokenUsed: facts.length > 0 };
      return facts;
    });
    if (refreshed === undefined) throw sessionEnded();
    return refreshed;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { EndSession } from './end-session/end-session.js';
import { session } from './session.js';
import { hashOf } from './tokens-of-session.query.js';

/** The session that a browser had when somebody signs in there anew. */
@Injectable()
export class FormerSessionQuery {
  constructor(
    private readonly events: EventStore,
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends it: of one browser, one session is good. A token that is not its own ends nothing. */
  async end(refreshToken: string | undefined): Promise<void> {
    const sessionId = /^[0-9a-f-]{36}(?=\.)/.exec(refreshToken ?? '')?.[0];
    if (refreshToken === undefined || sessionId === undefined) return;
    const { state } = await this.events.load(session, sessionId);
    if (state.status !== 'open' || state.tokenHash !== hashOf(refreshToken)) return;
    const at = this.clock.now().toISOString();
    const { staffId } = state;
    await inCommandContext({ commandId: uuidv7(), actor: staffId }, () =>
      this.commands.execute(new EndSession({ sessionId, staffId, at })),
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { principal } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { session } from './session.js';
import { FRESH_MINUTES } from './session-policy.js';

/** Whether somebody has just signed in, for what nobody may do who finds a browser left open. */
@Injectable()
export class FreshSessionQuery {
  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `sign-in-again`. */
  async check(): Promise<void> {
    const { state } = await this.events.load(session, principal()?.session ?? '');
    const oldest = this.clock.now().getTime() - FRESH_MINUTES * 60_000;
    if (state.status === 'open' && Date.parse(state.startedAt) >= oldest) return;
    throw new Rejection('sign-in-again', 'Sign in again, then do this within ten minutes.', {}, 'forbidden');
  }
}

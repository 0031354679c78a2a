import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { knownComplaint, openComplaintOf, type OpenComplaint } from './known-complaint.js';

@Injectable()
export class KnownComplaintsQuery {
  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of a client, and of all who are read as her; in whatever store she complained. */
  async openOf(clientIds: readonly string[]): Promise<OpenComplaint | null> {
    const heard = await this.events.seeMany(knownComplaint, clientIds);
    const now = this.clock.now().toISOString();
    return openComplaintOf(
      heard.map(({ state }) => state),
      now,
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { knownAppointment, nextVisitOf, type NextVisit } from './known-appointment.js';

@Injectable()
export class KnownAppointmentsQuery {
  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of a client, and of all who are read as her; in whatever store of the chain. */
  async nextOf(clientIds: readonly string[]): Promise<NextVisit | null> {
    const heard = await this.events.seeMany(knownAppointment, clientIds);
    const now = this.clock.now().toISOString();
    return nextVisitOf(
      heard.map(({ state }) => state),
      now,
    );
  }
}

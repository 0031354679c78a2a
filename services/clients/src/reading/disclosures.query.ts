import { Injectable } from '@nestjs/common';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import type { Disclosure } from './reading.answers.js';
import { reading, type ReadingEvent } from './reading.events.js';

@Injectable()
export class DisclosuresQuery {
  constructor(private readonly events: EventStore) {}

  /** To which third parties, and who works for the salon, her data was given, oldest first. */
  async of(clientId: string): Promise<Disclosure[]> {
    const facts = await this.events.readStream(streamOf(reading, clientId));
    return (facts as Recorded<ReadingEvent>[]).flatMap(({ occurredAt: at, data: { takenOut } }) => {
      const recipient = takenOut?.recipient ?? null;
      return recipient === null ? [] : [{ at, ...takenOut!, recipient }];
    });
  }
}

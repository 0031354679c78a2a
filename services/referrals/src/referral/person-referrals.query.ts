import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { KnownLinksQuery } from '#libs/service';
import type { OneOfHers } from './doubts.js';
import { referral } from './referral.js';

/** What happened to all who are one person, in whatever store. */
@Injectable()
export class PersonReferralsQuery {
  constructor(
    private readonly events: EventStore,
    private readonly links: KnownLinksQuery,
  ) {}

  /** All who are one person with her, without herself. */
  async others(clientId: string): Promise<OneOfHers[]> {
    const [, ...ids] = await this.links.personOf(clientId);
    return Promise.all(
      ids.map(async (id) => ({ clientId: id, state: (await this.events.load(referral, id)).state })),
    );
  }
}

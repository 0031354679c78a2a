import { Inject, Injectable } from '@nestjs/common';
import { alone, EventStore, KeyedMutex } from '#libs/event-store';
import { DATABASE, type Database } from '#libs/service';
import { clientLink } from './client-link.js';

const LINKS = 'who is one person';

@Injectable()
export class ClientLinksQuery {
  private readonly turns = new KeyedMutex();

  constructor(
    private readonly events: EventStore,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /**
   * Does what changes who is one person, or must not see it change, such as ordering an erasure: one after the other, in all
   * processes; in this one first, or those who wait would hold every connection that the one before them needs.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run(LINKS, () => alone(this.database.pool, LINKS, work));
  }

  /** Who she is read as; null for one who stands for herself. */
  async mergedInto(clientId: string): Promise<string | null> {
    const { state } = await this.events.load(clientLink, clientId);
    if (state.survivorId === null) return null;
    return (await this.mergedInto(state.survivorId)) ?? state.survivorId;
  }

  /** Herself, and all who were merged into her. */
  async idsOf(clientId: string): Promise<string[]> {
    const { state } = await this.events.load(clientLink, clientId);
    const below = await Promise.all(state.mergedIds.map((mergedId) => this.idsOf(mergedId)));
    return [clientId, ...below.flat()];
  }

  /** All who are one person with her, whoever of them she is: first the one that all are read as. */
  async personOf(clientId: string): Promise<string[]> {
    return this.idsOf((await this.mergedInto(clientId)) ?? clientId);
  }
}

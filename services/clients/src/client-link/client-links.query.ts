import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { Turns } from '#libs/service';
import { clientLink } from './client-link.js';

const LINKS = 'who is one person';

@Injectable()
export class ClientLinksQuery {
  constructor(
    private readonly events: EventStore,
    private readonly turns: Turns,
  ) {}

  /** Does what changes who is one person, or must not see it change, such as ordering an erasure: one after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(LINKS, work);
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

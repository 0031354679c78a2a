import { Injectable } from '@nestjs/common';
import { EventStore, type Committed } from '#libs/event-store';
import { knownLink, linksIn } from './known-link.js';
import { learnLink, type LearnLink } from './learn-link.js';
import type { Link } from './known-link.events.js';

/** Who is one person, as far as it was told here. Read from the log: what was learned before is seen. */
@Injectable()
export class KnownLinksQuery {
  constructor(private readonly events: EventStore) {}

  learn(told: LearnLink): Promise<Committed> {
    return this.events.transactAll(knownLink, [told.survivorId, told.mergedId], (ofBoth) =>
      learnLink(told, ofBoth),
    );
  }

  /** All who are one person with her, herself first. */
  personOf(clientId: string): Promise<string[]> {
    return this.reached(clientId, ({ survivorId, mergedId }) => [survivorId, mergedId]);
  }

  /** Herself, and all who are read as her. */
  idsOf(clientId: string): Promise<string[]> {
    return this.reached(clientId, ({ survivorId, mergedId }, from) =>
      from.has(survivorId) ? [mergedId] : [],
    );
  }

  private async reached(
    clientId: string,
    over: (link: Link, from: ReadonlySet<string>) => readonly string[],
  ): Promise<string[]> {
    const reached = new Set([clientId]);
    for (let from = new Set(reached); from.size > 0;) {
      const known = await this.events.seeMany(knownLink, [...from]);
      const found = linksIn(known.map(({ state }) => state)).flatMap((link) => over(link, from));
      from = new Set(found.filter((id) => !reached.has(id)));
      from.forEach((id) => reached.add(id));
    }
    return [...reached];
  }
}

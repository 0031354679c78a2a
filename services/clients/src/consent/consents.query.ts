import { Injectable } from '@nestjs/common';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { consent } from './consent.js';
import type { ConsentEntry, ConsentList } from './consent.answers.js';
import type { ConsentEvent } from './consent.events.js';

@Injectable()
export class ConsentsQuery {
  constructor(private readonly events: EventStore) {}

  async of(clientId: string): Promise<ConsentList> {
    const facts = await this.events.readStream(streamOf(consent, clientId));
    const history = (facts as Recorded<ConsentEvent>[]).map(entryOf);
    const last = new Map(history.map((entry) => [entry.purpose, entry]));
    return { now: [...last.values()].filter(({ given }) => given), history };
  }
}

const entryOf = (fact: Recorded<ConsentEvent>): ConsentEntry => {
  const { occurredAt: at, actor: takenBy, data } = fact;
  const given = fact.type === 'ConsentGiven' ? fact.data : null;
  return {
    ...{ purpose: data.purpose, given: given !== null, at, channel: data.channel, takenBy },
    textVersion: given?.textVersion ?? null,
    byGuardian: (given?.guardian ?? null) !== null,
  };
};

import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { consent } from '../consent.js';
import type { ConsentChannel, ConsentEvent } from '../consent.events.js';

export interface ConsentEntry {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly at: string;
  readonly channel: ConsentChannel;
  /** Null where it was withdrawn. */
  readonly textVersion: string | null;
  readonly byGuardian: boolean;
  readonly takenBy: string | null;
}

export interface ConsentList {
  /** What she consents to now, by purpose. */
  readonly now: readonly ConsentEntry[];
  readonly history: readonly ConsentEntry[];
}

@Injectable()
export class ConsentListQuery {
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

import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { EventStore, streamOf, type Loads } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { MinorsQuery } from '../age-of-consent/minors.query.js';
import { client } from '../client/client.js';
import { consentCounts, wordsOf, type Texts } from '../consent-text/consent-text.js';
import { ConsentTextsQuery } from '../consent-text/consent-texts.query.js';
import { consent } from './consent.js';
import type { ConsentEntry, ConsentList } from './consent.answers.js';
import type { ConsentEvent, ConsentGiven } from './consent.events.js';
import { standingToday } from './standing.js';

@Injectable()
export class ConsentsQuery {
  constructor(
    private readonly events: EventStore,
    private readonly texts: ConsentTextsQuery,
    private readonly minors: MinorsQuery,
  ) {}

  async of(clientId: string): Promise<ConsentList> {
    const facts = (await this.events.readStream(streamOf(consent, clientId))) as Recorded<ConsentEvent>[];
    const last = new Map(facts.map((fact) => [fact.data.purpose, fact]));
    const [texts, minor] = await Promise.all([this.textsOf(facts), this.isMinor(clientId)]);
    const history = facts.map((fact) => {
      const there = texts.get(askedIn(fact))!;
      const isNow = fact.type === 'ConsentGiven' && last.get(fact.data.purpose) === fact;
      return entryOf(fact, there, isNow ? standingToday(there, minor, fact.data) : null);
    });
    return { now: history.filter(({ standing }) => standing !== null && standing !== 'ended'), history };
  }

  /** As the log has it now; not to a text whose consents have ended where she was asked. */
  async isGiven(clientId: string, purpose: ConsentPurpose, log: Loads = this.events): Promise<boolean> {
    const { state } = await log.load(consent, clientId);
    const given = state.given[purpose];
    const texts = await this.texts.inStore(given?.askedIn ?? state.storeId);
    return consentCounts(texts, purpose, given?.textVersion);
  }

  /** Stores in which she was ever asked for it, other than her own. */
  async askedIn(clientId: string, purpose: ConsentPurpose): Promise<string[]> {
    const facts = (await this.events.readStream(streamOf(consent, clientId))) as Recorded<ConsentEvent>[];
    return facts.flatMap(({ data }) =>
      data.purpose === purpose && 'askedIn' in data && data.askedIn !== undefined ? [data.askedIn] : [],
    );
  }

  private async textsOf(facts: readonly ConsentEvent[]): Promise<ReadonlyMap<string, Texts>> {
    const stores = [...new Set(facts.map(askedIn))];
    return new Map(
      await Promise.all(stores.map(async (storeId) => [storeId, await this.texts.inStore(storeId)] as const)),
    );
  }

  private async isMinor(clientId: string): Promise<boolean | null> {
    const { state } = await this.events.load(client, clientId);
    return (await this.minors.among([{ clientId, client: state }]))[0]!;
  }
}

const askedIn = ({ data }: ConsentEvent): string =>
  ('askedIn' in data ? data.askedIn : undefined) ?? data.storeId;

const entryOf = (
  fact: Recorded<ConsentEvent>,
  texts: Texts,
  standing: ConsentEntry['standing'],
): ConsentEntry => {
  const { occurredAt: at, actor: takenBy, data } = fact;
  const { purpose } = data;
  const given = fact.type === 'ConsentGiven' ? fact.data : null;
  return {
    ...{ purpose, given: given !== null, at, channel: data.channel, takenBy },
    textVersion: given?.textVersion ?? null,
    text: given === null ? null : agreedTo(fact, given, texts),
    standing,
    byGuardian: (given?.guardian ?? null) !== null,
  };
};

/** Before texts were kept a version could be any word, also that of a text which is built in and was never shown. */
const agreedTo = (
  { policyVersion = null }: Recorded<ConsentEvent>,
  { purpose, textVersion }: ConsentGiven['data'],
  { published, ever }: Texts,
): ConsentEntry['text'] => wordsOf(policyVersion === null ? published : ever, purpose, textVersion);

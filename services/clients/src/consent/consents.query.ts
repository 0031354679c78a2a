import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { consentCounts, standingOf, wordsOf, type Texts } from '../consent-text/consent-text.js';
import { ConsentTextsQuery } from '../consent-text/consent-texts.query.js';
import { consent } from './consent.js';
import type { ConsentEntry, ConsentList } from './consent.answers.js';
import type { ConsentEvent, ConsentGiven } from './consent.events.js';

@Injectable()
export class ConsentsQuery {
  constructor(
    private readonly events: EventStore,
    private readonly texts: ConsentTextsQuery,
  ) {}

  async of(clientId: string): Promise<ConsentList> {
    const facts = (await this.events.readStream(streamOf(consent, clientId))) as Recorded<ConsentEvent>[];
    const last = new Map(facts.map((fact) => [fact.data.purpose, fact]));
    const texts = await this.textsOf(facts);
    const history = facts.map((fact) =>
      entryOf(fact, texts.get(askedIn(fact))!, last.get(fact.data.purpose) === fact),
    );
    return { now: history.filter(({ standing }) => standing !== null && standing !== 'ended'), history };
  }

  /** As the log has it now; not to a text whose consents have ended where she was asked. */
  async isGiven(clientId: string, purpose: ConsentPurpose): Promise<boolean> {
    const { state } = await this.events.load(consent, clientId);
    const texts = await this.texts.inStore(state.askedIn[purpose] ?? state.storeId);
    return consentCounts(texts, purpose, state.given[purpose]);
  }

  private async textsOf(facts: readonly ConsentEvent[]): Promise<ReadonlyMap<string, Texts>> {
    const stores = [...new Set(facts.map(askedIn))];
    return new Map(
      await Promise.all(stores.map(async (storeId) => [storeId, await this.texts.inStore(storeId)] as const)),
    );
  }
}

const askedIn = ({ data }: ConsentEvent): string =>
  ('askedIn' in data ? data.askedIn : undefined) ?? data.storeId;

const entryOf = (fact: Recorded<ConsentEvent>, texts: Texts, isLast: boolean): ConsentEntry => {
  const { occurredAt: at, actor: takenBy, data } = fact;
  const { purpose } = data;
  const given = fact.type === 'ConsentGiven' ? fact.data : null;
  return {
    ...{ purpose, given: given !== null, at, channel: data.channel, takenBy },
    textVersion: given?.textVersion ?? null,
    text: given === null ? null : agreedTo(fact, given, texts),
    standing: given === null || !isLast ? null : standingOf(texts, purpose, given.textVersion),
    byGuardian: (given?.guardian ?? null) !== null,
  };
};

/** Before texts were kept a version could be any word, also that of a text which is built in and was never shown. */
const agreedTo = (
  { policyVersion = null }: Recorded<ConsentEvent>,
  { purpose, textVersion }: ConsentGiven['data'],
  { published, ever }: Texts,
): ConsentEntry['text'] => wordsOf(policyVersion === null ? published : ever, purpose, textVersion);

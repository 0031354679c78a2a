import { Injectable } from '@nestjs/common';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { standingOf, wordsOf, type Texts } from '../consent-text/consent-text.js';
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
    const texts = await this.texts.inStore(facts.at(-1)?.data.storeId ?? null);
    const last = new Map(facts.map((fact) => [fact.data.purpose, fact]));
    const history = facts.map((fact) => entryOf(fact, texts, last.get(fact.data.purpose) === fact));
    return { now: history.filter(({ standing }) => standing !== null && standing !== 'ended'), history };
  }
}

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

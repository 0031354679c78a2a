import { Injectable } from '@nestjs/common';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { MinorsQuery } from '../age-of-consent/minors.query.js';
import { client } from '../client/client.js';
import { wordsOf, type Texts } from '../consent-text/consent-text.js';
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
    const texts = await this.texts.inStore(facts.at(-1)?.data.storeId ?? null);
    const last = new Map(facts.map((fact) => [fact.data.purpose, fact]));
    const minor = await this.isMinor(clientId);
    const history = facts.map((fact) => {
      const isLast = last.get(fact.data.purpose) === fact;
      return entryOf(
        fact,
        texts,
        isLast && fact.type === 'ConsentGiven' ? standingToday(texts, minor, fact.data) : null,
      );
    });
    return { now: history.filter(({ standing }) => standing !== null && standing !== 'ended'), history };
  }

  private async isMinor(clientId: string): Promise<boolean | null> {
    const { state } = await this.events.load(client, clientId);
    return (await this.minors.among([{ clientId, client: state }]))[0]!;
  }
}

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

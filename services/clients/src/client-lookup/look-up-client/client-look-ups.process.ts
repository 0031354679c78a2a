import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { commandContext, derivedId, newId } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import type { Contact } from '../../client/contact.js';
import { ContactsQuery } from '../../client/contacts.query.js';
import { GreetingsQuery, type Greeting } from '../../client/greetings.query.js';
import { checkWords } from '../../consent-text/consent-text.js';
import { ConsentTextsQuery } from '../../consent-text/consent-texts.query.js';
import type { ConsentFields } from '../../consent/consent-fields.config.js';
import { FranchiseSharingQuery } from '../../consent/franchise-sharing.query.js';
import { onHerStream, TakenConsents } from '../../consent/taken-consents.process.js';
import { Readings } from '../../reading/readings.process.js';
import type { Reason } from '../client-lookup.events.js';
import { LookUpClient, type Found } from './look-up-client.js';

const PURPOSE = 'sharing-with-franchise';
const CONSENTING = '0b5d7a52-6a44-5f0e-8f0c-3f0c1f6f6a2e';

export interface AskedLookUp {
  readonly storeId: string;
  readonly reason: Reason;
  readonly contact: Pick<Contact, 'phone' | 'memberNumber'>;
  /** What she agrees to at this desk, before she is looked for. */
  readonly consent?: ConsentFields | undefined;
}

export interface LookedUp {
  readonly lookupId: string;
  readonly client: Greeting | null;
}

/**
 * Looks for a client for a store that may be another company’s: first what she consents to there is taken, then she is looked
 * for. Of one who is not shared with that store nothing is answered that would not be answered of nobody.
 */
@Injectable()
export class ClientLookUps {
  constructor(
    private readonly commands: CommandBus,
    private readonly contacts: ContactsQuery,
    private readonly greetings: GreetingsQuery,
    private readonly texts: ConsentTextsQuery,
    private readonly consents: TakenConsents,
    private readonly sharing: FranchiseSharingQuery,
    private readonly readings: Readings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async lookUp({ storeId, reason, contact, consent }: AskedLookUp): Promise<LookedUp> {
    if (consent !== undefined) checkWords(await this.texts.inStore(storeId), PURPOSE, consent.textVersion);
    const [holder = null] = await this.contacts.holdersOf(contact);
    const lookupId = newId('lookup');
    if (holder !== null && consent !== undefined) await this.takeIfPossible(holder, storeId, consent);
    const lookedUpAt = this.clock.now().toISOString();
    const { clientId, isShown } = await this.commands.execute<LookUpClient, Found>(
      new LookUpClient({ lookupId, clientId: holder, storeId, reason, lookedUpAt }),
    );
    if (clientId === null) return { lookupId, client: null };
    const noted = { clientIds: [clientId], what: 'look-up', purpose: 'care' } as const;
    if (!isShown) {
      await this.readings.noteRefused(noted);
      return { lookupId, client: null };
    }
    await this.readings.note(noted);
    return { lookupId, client: await this.greetings.of(clientId) };
  }

  /** Why a consent cannot be taken would tell another company’s store that she is known: there she is just not shown. */
  private async takeIfPossible(clientId: string, storeId: string, consent: ConsentFields): Promise<void> {
    try {
      await onHerStream(() => this.consents.take(clientId, PURPOSE, consent, storeId), consenting());
    } catch (error) {
      if (!(error instanceof Rejection) || (await this.sharing.isOfHerCompany(storeId, clientId)))
        throw error;
    }
  }
}

/** The look that follows is a command of its own. */
const consenting = () => {
  const { expectedVersion: _ofTheLook, ...asked } = commandContext();
  return { ...asked, commandId: derivedId(CONSENTING, asked.commandId) };
};

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { ConsentTextsQuery } from '../../consent-text/consent-texts.query.js';
import { notBeingErased } from '../../erasure/not-being-erased.query.js';
import { consent } from '../consent.js';
import { GiveConsent, giveConsent } from './give-consent.js';

@CommandHandler(GiveConsent)
export class GiveConsentHandler implements ICommandHandler<GiveConsent, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly texts: ConsentTextsQuery,
  ) {}

  async execute(command: GiveConsent): Promise<Committed> {
    const { clientId, storeId, askedIn = storeId } = command.data;
    const decide = giveConsent(await this.texts.inStore(askedIn));
    return this.events.transact(consent, clientId, (state) => decide(command, state), {
      provided: (log) => notBeingErased(clientId, log),
    });
  }
}

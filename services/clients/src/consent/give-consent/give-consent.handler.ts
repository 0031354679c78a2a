import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { consent } from '../consent.js';
import { GiveConsent, giveConsent } from './give-consent.js';

@CommandHandler(GiveConsent)
export class GiveConsentHandler implements ICommandHandler<GiveConsent, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: GiveConsent): Promise<Committed> {
    return this.events.transact(consent, command.data.clientId, (state) => giveConsent(command, state));
  }
}

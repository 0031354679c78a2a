import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { consent } from '../consent.js';
import { WithdrawConsent, withdrawConsent } from './withdraw-consent.js';

@CommandHandler(WithdrawConsent)
export class WithdrawConsentHandler implements ICommandHandler<WithdrawConsent, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: WithdrawConsent): Promise<Committed> {
    return this.events.transact(consent, command.data.clientId, (state) => withdrawConsent(command, state));
  }
}

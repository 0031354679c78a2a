import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { AgeOfConsentQuery } from '../../age-of-consent/age-of-consent.query.js';
import { ConsentTextsQuery } from '../../consent-text/consent-texts.query.js';
import { client } from '../client.js';
import { ContactsQuery } from '../contacts.query.js';
import { FilesQuery } from '../files.query.js';
import { TakenContactQuery } from '../taken-contact.query.js';
import { RegisterClient, registerClient } from './register-client.js';

@CommandHandler(RegisterClient)
export class RegisterClientHandler implements ICommandHandler<RegisterClient, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly files: FilesQuery,
    private readonly texts: ConsentTextsQuery,
    private readonly ages: AgeOfConsentQuery,
    private readonly taken: TakenContactQuery,
  ) {}

  async execute(command: RegisterClient): Promise<Committed> {
    const { clientId, storeId, contact, file = {}, purposeNotice } = command.data;
    const told = await Promise.all([
      this.contacts.seal(clientId, 'ClientRegistered', contact),
      this.files.sealed(clientId, file),
      purposeNotice === null ? null : this.texts.inStore(storeId),
      file.person === undefined ? null : this.ages.inStore(storeId),
    ]);
    const decide = registerClient(...told);
    try {
      return await this.events.transact(client, clientId, (state) => decide(command, state), {
        expectNew: true,
      });
    } catch (error) {
      throw await this.taken.refusalOf(error, storeId);
    }
  }
}

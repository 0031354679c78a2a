import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { withNewestKeys } from '#libs/privacy';
import { client } from '../client.js';
import { ContactsQuery } from '../contacts.query.js';
import { usableClient } from '../known-client.js';
import { TakenContactQuery } from '../taken-contact.query.js';
import { ChangeContact, changeContact } from './change-contact.js';

@CommandHandler(ChangeContact)
export class ChangeContactHandler implements ICommandHandler<ChangeContact, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly taken: TakenContactQuery,
  ) {}

  async execute(command: ChangeContact): Promise<Committed> {
    const { clientId } = command.data;
    const { state } = await this.events.see(client, clientId);
    const { storeId } = usableClient(clientId, state); // nobody else gets a key
    try {
      return await withNewestKeys(async () => {
        const decide = changeContact(await this.contacts.sealing(clientId));
        return this.events.transact(client, clientId, (state) => decide(command, state));
      });
    } catch (error) {
      throw await this.taken.refusalOf(error, storeId);
    }
  }
}

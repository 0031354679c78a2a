import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { client } from '../client.js';
import { ContactsQuery } from '../contacts.query.js';
import { TakenContactQuery } from '../taken-contact.query.js';
import { AddLead, addLead } from './add-lead.js';

@CommandHandler(AddLead)
export class AddLeadHandler implements ICommandHandler<AddLead, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly taken: TakenContactQuery,
  ) {}

  async execute(command: AddLead): Promise<Committed> {
    const { clientId, storeId, contact } = command.data;
    const decide = addLead(await this.contacts.seal(clientId, 'LeadAdded', contact));
    try {
      return await this.events.transact(client, clientId, (state) => decide(command, state), {
        expectNew: true,
      });
    } catch (error) {
      throw await this.taken.refusalOf(error, storeId);
    }
  }
}

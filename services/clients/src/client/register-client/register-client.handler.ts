import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { refusalOf } from '../already-registered.js';
import { client } from '../client.js';
import { ContactsQuery } from '../contacts.query.js';
import { FilesQuery } from '../files.query.js';
import { RegisterClient, registerClient } from './register-client.js';

@CommandHandler(RegisterClient)
export class RegisterClientHandler implements ICommandHandler<RegisterClient, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly files: FilesQuery,
  ) {}

  async execute(command: RegisterClient): Promise<Committed> {
    const { clientId, contact, file = {} } = command.data;
    const sealed = await Promise.all([
      this.contacts.seal(clientId, 'ClientRegistered', contact),
      this.files.sealed(clientId, file),
    ]);
    const decide = registerClient(...sealed);
    try {
      return await this.events.transact(client, clientId, (state) => decide(command, state), {
        expectNew: true,
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

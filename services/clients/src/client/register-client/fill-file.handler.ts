import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { withNewestKeys } from '#libs/privacy';
import { AgeOfConsentQuery } from '../../age-of-consent/age-of-consent.query.js';
import { client } from '../client.js';
import { ContactsQuery } from '../contacts.query.js';
import { FilesQuery } from '../files.query.js';
import { usableClient } from '../known-client.js';
import { sectionsIn } from '../sections-in.js';
import { TakenContactQuery } from '../taken-contact.query.js';
import { FillFile, fillFile } from './fill-file.js';

@CommandHandler(FillFile)
export class FillFileHandler implements ICommandHandler<FillFile, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly files: FilesQuery,
    private readonly ages: AgeOfConsentQuery,
    private readonly taken: TakenContactQuery,
  ) {}

  async execute(command: FillFile): Promise<Committed> {
    const { clientId, file } = command.data;
    const { state } = await this.events.see(client, clientId);
    const { storeId } = usableClient(clientId, state); // nobody else gets a key
    const age = file.person === undefined ? null : await this.ages.inStore(storeId);
    try {
      return await withNewestKeys(async () => {
        const contacts = await this.contacts.sealing(clientId);
        const files = sectionsIn(file).length === 0 ? null : await this.files.sealing(clientId);
        const decide = fillFile({ contacts, files }, age);
        return this.events.transact(client, clientId, (state) => decide(command, state));
      });
    } catch (error) {
      throw await this.taken.refusalOf(error, storeId);
    }
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed, type Loads } from '#libs/event-store';
import { withNewestKeys } from '#libs/privacy';
import { AgeOfConsentQuery } from '../../age-of-consent/age-of-consent.query.js';
import { HealthAccessQuery } from '../../health/health-access.query.js';
import { client } from '../client.js';
import { SECTIONS } from '../file-sections.config.js';
import { FilesQuery } from '../files.query.js';
import { usableClient } from '../known-client.js';
import { UpdateFile, updateFile } from './update-file.js';

@CommandHandler(UpdateFile)
export class UpdateFileHandler implements ICommandHandler<UpdateFile, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly files: FilesQuery,
    private readonly access: HealthAccessQuery,
    private readonly ages: AgeOfConsentQuery,
  ) {}

  execute(command: UpdateFile): Promise<Committed> {
    return this.access.noted(command.data.clientId, 'file', () => this.update(command));
  }

  private async update(command: UpdateFile): Promise<Committed> {
    const { clientId, section } = command.data;
    const { state } = await this.events.see(client, clientId);
    const { storeId } = usableClient(clientId, state); // nobody else gets a key
    const { ofHealth } = SECTIONS[section];
    const provided = async (log?: Loads): Promise<void> => {
      if (ofHealth) await this.access.needConsent(clientId, 'health', log);
    };
    await provided(); // nobody learns without it whether she said the same before
    const age = section === 'person' ? await this.ages.inStore(storeId) : null;
    return withNewestKeys(async () => {
      const decide = updateFile(await this.files.sealing(clientId), age);
      return this.events.transact(client, clientId, (state) => decide(command, state), { provided });
    });
  }
}

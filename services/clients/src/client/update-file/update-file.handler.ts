import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { withNewestKeys } from '#libs/privacy';
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
  ) {}

  async execute(command: UpdateFile): Promise<Committed> {
    const { clientId, section } = command.data;
    usableClient(clientId, (await this.events.see(client, clientId)).state); // nobody else gets a key
    if (SECTIONS[section].ofHealth) await this.access.checkConsent(clientId, 'file', 'health');
    return withNewestKeys(async () => {
      const decide = updateFile(await this.files.sealing(clientId));
      return this.events.transact(client, clientId, (state) => decide(command, state));
    });
  }
}

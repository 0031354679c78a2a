import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { withNewestKeys } from '#libs/privacy';
import { client } from '../client.js';
import { FilesQuery } from '../files.query.js';
import { usableClient } from '../known-client.js';
import { FillFile, fillFile } from './fill-file.js';

@CommandHandler(FillFile)
export class FillFileHandler implements ICommandHandler<FillFile, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly files: FilesQuery,
  ) {}

  async execute(command: FillFile): Promise<Committed> {
    const { clientId } = command.data;
    usableClient(clientId, (await this.events.see(client, clientId)).state); // nobody else gets a key
    return withNewestKeys(async () => {
      const decide = fillFile(await this.files.sealing(clientId));
      return this.events.transact(client, clientId, (state) => decide(command, state));
    });
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { withNewestKeys } from '#libs/privacy';
import { client } from '../client.js';
import { FilesQuery } from '../files.query.js';
import { keptClient } from '../known-client.js';
import { NoteLoss, noteLoss } from './note-loss.js';

@CommandHandler(NoteLoss)
export class NoteLossHandler implements ICommandHandler<NoteLoss, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly files: FilesQuery,
  ) {}

  async execute(command: NoteLoss): Promise<Committed> {
    const { clientId } = command.data;
    keptClient(clientId, (await this.events.see(client, clientId)).state); // nobody else gets a key
    return withNewestKeys(async () => {
      const decide = noteLoss(await this.files.sealing(clientId));
      return this.events.transact(client, clientId, (state) => decide(command, state));
    });
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import {
  commandContext,
  EventStore,
  inCommandContext,
  streamOf,
  VersionLost,
  type Committed,
} from '#libs/event-store';
import { client } from '../client.js';
import { EraseClient, eraseClient } from './erase-client.js';

/** At the version at which her claims were read: where something was noted of her meanwhile, they are read again. */
@CommandHandler(EraseClient)
export class EraseClientHandler implements ICommandHandler<EraseClient, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
  ) {}

  async execute(command: EraseClient): Promise<Committed> {
    try {
      return await this.erase(command);
    } catch (error) {
      if (error instanceof VersionLost) return this.execute(command);
      throw error;
    }
  }

  private async erase(command: EraseClient): Promise<Committed> {
    const { clientId } = command.data;
    const { version: expectedVersion } = await this.events.load(client, clientId);
    const held = await this.dataSource.query<{ key: string }[]>('select key from claim where stream = $1', [
      streamOf(client, clientId),
    ]);
    const decide = eraseClient(held.map(({ key }) => key));
    return inCommandContext({ ...commandContext(), expectedVersion }, () =>
      this.events.transact(client, clientId, (state) => decide(command, state)),
    );
  }
}

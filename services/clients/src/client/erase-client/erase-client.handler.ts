import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { commandContext, EventStore, inCommandContext, streamOf, type Committed } from '#libs/event-store';
import { client } from '../client.js';
import { EraseClient, eraseClient } from './erase-client.js';

/** At the version at which her claims were read: whatever she claims meanwhile is read when this is asked again. */
@CommandHandler(EraseClient)
export class EraseClientHandler implements ICommandHandler<EraseClient, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
  ) {}

  async execute(command: EraseClient): Promise<Committed> {
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

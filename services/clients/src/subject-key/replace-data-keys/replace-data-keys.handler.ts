import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { Vault } from '#libs/privacy';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { subjectKey } from '../subject-key.js';
import { ReplaceDataKeys, replaceDataKeys } from './replace-data-keys.js';

@CommandHandler(ReplaceDataKeys)
export class ReplaceDataKeysHandler implements ICommandHandler<ReplaceDataKeys, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly clients: KnownClientQuery,
    private readonly vault: Vault,
  ) {}

  /** Keys before the fact: nobody is told of one that is not there. After a crash in between, asking again tells of it. */
  async execute(command: ReplaceDataKeys): Promise<Committed> {
    const { clientId } = command.data;
    const { storeId } = await this.clients.one(clientId);
    const answered = await this.events.transact(subjectKey, clientId, () => []);
    if (answered.appended) return answered; // it was done before, with this command id
    const { state } = await this.events.load(subjectKey, clientId);
    const version = await this.vault.versionAfter(clientId, state.version);
    await this.vault.replace(clientId, version);
    const decide = replaceDataKeys(storeId, version);
    return this.events.transact(subjectKey, clientId, (told) => decide(command, told));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { client } from '../../client/client.js';
import { usableClient } from '../../client/known-client.js';
import { notBeingErased } from '../../erasure/not-being-erased.query.js';
import { careLog } from '../care-log.js';
import { CareNotesQuery } from '../care-notes.query.js';
import { NoteCare, noteCare } from './note-care.js';

@CommandHandler(NoteCare)
export class NoteCareHandler implements ICommandHandler<NoteCare, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly notes: CareNotesQuery,
  ) {}

  /** Who is cared for away from home is noted by the store that cared for her. */
  async execute(command: NoteCare): Promise<Committed> {
    const { clientId, careId, says } = command.data;
    const { storeId } = usableClient(clientId, (await this.events.load(client, clientId)).state);
    const decide = noteCare(await this.notes.seal(clientId, careId, says), storeId);
    return this.events.transact(careLog, clientId, (state) => decide(command, state), {
      provided: (log) => notBeingErased(clientId, log),
    });
  }
}

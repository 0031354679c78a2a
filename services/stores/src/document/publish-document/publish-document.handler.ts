import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { group, groupIdOf, known as knownGroup } from '../../group/group.js';
import { known, store } from '../../store/store.js';
import { document, documentId } from '../document.js';
import { PublishDocument, publishDocument } from './publish-document.js';

@CommandHandler(PublishDocument)
export class PublishDocumentHandler implements ICommandHandler<PublishDocument, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: PublishDocument): Promise<Committed> {
    const { kind, code, storeId, content } = command.data;
    await this.checkGroups((content?.['distribution'] ?? []) as Distribution);
    if (storeId !== null) known(storeId, (await this.events.load(store, storeId)).state);
    return this.events.transact(document, documentId(kind, code, storeId), (state) =>
      publishDocument(command, state),
    );
  }

  /** Nothing is distributed to a group that nobody has formed. */
  private async checkGroups(distribution: Distribution): Promise<void> {
    const ids = distribution.map(({ groupId }) => groupIdOf(groupId));
    for (const { id, state } of await this.events.seeMany(group, ids)) knownGroup(id, state);
  }
}

type Distribution = readonly { readonly groupId: string }[];

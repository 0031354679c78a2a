import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { known, store } from '../../store/store.js';
import { document, documentId } from '../document.js';
import { PublishDocument, publishDocument } from './publish-document.js';

@CommandHandler(PublishDocument)
export class PublishDocumentHandler implements ICommandHandler<PublishDocument, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: PublishDocument): Promise<Committed> {
    const { kind, code, storeId } = command.data;
    if (storeId !== null) known(storeId, (await this.events.load(store, storeId)).state);
    return this.events.transact(document, documentId(kind, code, storeId), (state) =>
      publishDocument(command, state),
    );
  }
}

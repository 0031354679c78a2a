import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { ScopedReads, Views } from '#libs/service';
import { group, groupIdOf, known as knownGroup } from '../../group/group.js';
import { known, store } from '../../store/store.js';
import type { Kind } from '../document.events.js';
import { codeOf, document, documentId } from '../document.js';
import { PublishDocument, publishDocument, type Elsewhere } from './publish-document.js';

@CommandHandler(PublishDocument)
export class PublishDocumentHandler implements ICommandHandler<PublishDocument, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  async execute(command: PublishDocument): Promise<Committed> {
    const { kind, code, storeId, content } = command.data;
    await this.checkGroups((content?.['distribution'] ?? []) as Distribution);
    if (storeId !== null) known(storeId, (await this.events.load(store, storeId)).state);
    const elsewhere = await this.elsewhere(command.data);
    return this.events.transact(document, documentId(kind, code, storeId), (state) =>
      publishDocument(elsewhere)(command, state),
    );
  }

  private async elsewhere({ kind, code, storeId }: PublishDocument['data']): Promise<Elsewhere> {
    const ids = storeId === null ? await this.idsOfStores(kind, code) : [documentId(kind, code, null)];
    return (await this.events.seeMany(document, ids)).map(({ state }) => state);
  }

  /** Of those that stand in for the chain's own in a store. */
  private async idsOfStores(kind: Kind, code: string): Promise<string[]> {
    await this.views.reached('document_version', await this.events.head());
    const rows = await this.reads.query<{ storeId: string }>(
      'select distinct "storeId" from document_version where kind = $1 and code = $2 and "storeId" is not null',
      [kind, codeOf(code)],
    );
    return rows.map((row) => documentId(kind, code, row.storeId));
  }

  /** Nothing is distributed to a group that nobody has formed. */
  private async checkGroups(distribution: Distribution): Promise<void> {
    const ids = distribution.map(({ groupId }) => groupIdOf(groupId));
    for (const { id, state } of await this.events.seeMany(group, ids)) knownGroup(id, state);
  }
}

type Distribution = readonly { readonly groupId: string }[];

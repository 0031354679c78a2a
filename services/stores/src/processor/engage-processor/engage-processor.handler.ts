import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, readAhead, type Committed } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { document, documentId, followedOn } from '../../document/document.js';
import { standingOn } from '../../store/store-standing.js';
import { known, store } from '../../store/store.js';
import type { Agreement } from '../processor.events.js';
import { processor } from '../processor.js';
import { EngageProcessor, engageProcessor } from './engage-processor.js';

@CommandHandler(EngageProcessor)
export class EngageProcessorHandler implements ICommandHandler<EngageProcessor, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: EngageProcessor): Promise<Committed> {
    const { processorId, agreement } = command.data;
    const check = await readAhead(this.check(agreement));
    return this.events.transact(processor, processorId, (state) => {
      check();
      return engageProcessor(command, state);
    });
  }

  private async check(agreement: Agreement): Promise<void> {
    await this.checkStores(agreement);
    await this.checkAssessed(agreement);
  }

  /** A legal entity lets nobody have the data of another one’s clients. */
  private async checkStores({ engagedBy, storeIds, effectiveFrom }: Agreement): Promise<void> {
    if (engagedBy !== null && storeIds === null) {
      const sentence = 'A legal entity engages for its own stores. Name them.';
      throw new Rejection('stores-needed', sentence, { engagedBy });
    }
    for (const { id, state } of await this.events.seeMany(store, storeIds ?? [])) {
      const { legalEntity } = standingOn(known(id, state), effectiveFrom);
      if (engagedBy === null || engagedBy === legalEntity) continue;
      const sentence = 'This store is of another legal entity on the first day.';
      throw new Rejection('store-of-another-entity', sentence, { storeId: id, legalEntity });
    }
  }

  private async checkAssessed({ assessment, effectiveFrom }: Agreement): Promise<void> {
    const { state } = await this.events.see(document, documentId('impact-assessment', assessment, null));
    if (followedOn(state, undefined, effectiveFrom) !== undefined) return;
    const sentence =
      'The impact is assessed before. Publish a document of the kind impact-assessment, in force by the first day, and name its code.';
    throw new Rejection('impact-not-assessed', sentence, { assessment, effectiveFrom });
  }
}

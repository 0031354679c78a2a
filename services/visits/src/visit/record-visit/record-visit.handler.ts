import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { visit } from '../visit.js';
import { RecordVisit, recordVisit } from './record-visit.js';

@CommandHandler(RecordVisit)
export class RecordVisitHandler implements ICommandHandler<RecordVisit, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
  ) {}

  async execute(command: RecordVisit): Promise<Committed> {
    const store = await this.stores.find(command.data.storeId);
    const decide = recordVisit(store);
    return this.events.transact(visit, command.data.visitId, (state) => decide(command, state), {
      expectNew: true,
    });
  }
}

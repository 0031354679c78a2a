import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { unerased } from '#libs/service';
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
    const { visitId, storeId, clientId, ofThePast } = command.data;
    const decide = recordVisit(await this.stores.find(storeId));
    return this.events.transact(visit, visitId, (state) => decide(command, state), {
      expectNew: true,
      provided: ofThePast === true ? undefined : (log) => unerased([clientId], log),
    });
  }
}

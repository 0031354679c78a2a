import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { refusalOf } from '../../return-id.js';
import { unmatchedReturn } from '../unmatched-return.js';
import { RecordUnmatchedReturn, recordUnmatchedReturn } from './record-unmatched-return.js';

@CommandHandler(RecordUnmatchedReturn)
export class RecordUnmatchedReturnHandler implements ICommandHandler<RecordUnmatchedReturn, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
  ) {}

  async execute(command: RecordUnmatchedReturn): Promise<Committed> {
    const { storeId, returnId } = command.data;
    const { timeZone } = await this.stores.find(storeId);
    const decide = recordUnmatchedReturn(timeZone);
    return this.events
      .transact(unmatchedReturn, returnId, (state) => decide(command, state), { expectNew: true })
      .catch(refusalOf(returnId));
  }
}

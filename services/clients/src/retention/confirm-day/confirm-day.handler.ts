import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { CHAIN, retentionRun } from '../retention-run.js';
import { ConfirmDay, confirmDay } from './confirm-day.js';

@CommandHandler(ConfirmDay)
export class ConfirmDayHandler implements ICommandHandler<ConfirmDay, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ConfirmDay): Promise<Committed> {
    return this.events.transact(retentionRun, CHAIN, (state) => confirmDay(command, state));
  }
}

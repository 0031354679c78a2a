import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { followUpPlan } from '../follow-up-plan.js';
import { FallDue, fallDue } from './fall-due.js';

@CommandHandler(FallDue)
export class FallDueHandler implements ICommandHandler<FallDue, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: FallDue): Promise<Committed> {
    return this.events.transact(followUpPlan, command.data.clientId, (state) => fallDue(command, state));
  }
}

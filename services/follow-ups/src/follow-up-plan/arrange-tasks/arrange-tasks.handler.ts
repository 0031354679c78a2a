import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { followUpPlan } from '../follow-up-plan.js';
import { ArrangeTasks, arrangeTasks } from './arrange-tasks.js';

@CommandHandler(ArrangeTasks)
export class ArrangeTasksHandler implements ICommandHandler<ArrangeTasks, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ArrangeTasks): Promise<Committed> {
    return this.events.transact(followUpPlan, command.data.clientId, (state) => arrangeTasks(command, state));
  }
}

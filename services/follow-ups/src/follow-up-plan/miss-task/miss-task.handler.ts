import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { followUpPlan } from '../follow-up-plan.js';
import { MissTask, missTask } from './miss-task.js';

@CommandHandler(MissTask)
export class MissTaskHandler implements ICommandHandler<MissTask, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: MissTask): Promise<Committed> {
    return this.events.transact(followUpPlan, command.data.clientId, (state) => missTask(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { followUpPlan } from '../follow-up-plan.js';
import { TaskClientQuery } from '../task-client.query.js';
import { MakeContact, makeContact, unknownTask } from './make-contact.js';

@CommandHandler(MakeContact)
export class MakeContactHandler implements ICommandHandler<MakeContact, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly clients: TaskClientQuery,
  ) {}

  async execute(command: MakeContact): Promise<Committed> {
    const { taskId } = command.data;
    const clientId = await this.clients.find(taskId);
    if (clientId === undefined) throw unknownTask(taskId);
    return this.events.transact(followUpPlan, clientId, (state) => makeContact(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { client } from '../client.js';
import { ClassLead, classLead } from './class-lead.js';

@CommandHandler(ClassLead)
export class ClassLeadHandler implements ICommandHandler<ClassLead, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ClassLead): Promise<Committed> {
    return this.events.transact(client, command.data.clientId, (state) => classLead(command, state));
  }
}

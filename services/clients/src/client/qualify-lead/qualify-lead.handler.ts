import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { client } from '../client.js';
import { QualifyLead, qualifyLead } from './qualify-lead.js';

@CommandHandler(QualifyLead)
export class QualifyLeadHandler implements ICommandHandler<QualifyLead, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: QualifyLead): Promise<Committed> {
    return this.events.transact(client, command.data.clientId, (state) => qualifyLead(command, state));
  }
}

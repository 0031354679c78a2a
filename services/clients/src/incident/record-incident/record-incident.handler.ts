import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { incident } from '../incident.js';
import { incidentPolicy } from '../incident-policy.js';
import { RecordIncident, recordIncident } from './record-incident.js';

@CommandHandler(RecordIncident)
export class RecordIncidentHandler implements ICommandHandler<RecordIncident, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: RecordIncident): Promise<Committed> {
    const decide = recordIncident(incidentPolicy);
    return this.events.transact(incident, command.data.incidentId, (state) => decide(command, state));
  }
}

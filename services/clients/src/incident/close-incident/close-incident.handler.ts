import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { incident } from '../incident.js';
import { CloseIncident, closeIncident } from './close-incident.js';

@CommandHandler(CloseIncident)
export class CloseIncidentHandler implements ICommandHandler<CloseIncident, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: CloseIncident): Promise<Committed> {
    return this.events.transact(incident, command.data.incidentId, (state) => closeIncident(command, state));
  }
}

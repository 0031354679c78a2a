import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { incident } from '../incident.js';
import { TellOfIncident, tellOfIncident } from './tell-of-incident.js';

@CommandHandler(TellOfIncident)
export class TellOfIncidentHandler implements ICommandHandler<TellOfIncident, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: TellOfIncident): Promise<Committed> {
    return this.events.transact(incident, command.data.incidentId, (state) => tellOfIncident(command, state));
  }
}

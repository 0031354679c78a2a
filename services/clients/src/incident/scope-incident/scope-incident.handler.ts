import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { incident } from '../incident.js';
import { ScopeIncident, scopeIncident } from './scope-incident.js';

@CommandHandler(ScopeIncident)
export class ScopeIncidentHandler implements ICommandHandler<ScopeIncident, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ScopeIncident): Promise<Committed> {
    return this.events.transact(incident, command.data.incidentId, (state) => scopeIncident(command, state));
  }
}

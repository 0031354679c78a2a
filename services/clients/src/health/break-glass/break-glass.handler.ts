import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { health } from '../health.js';
import { BreakGlass, breakGlass } from './break-glass.js';

@CommandHandler(BreakGlass)
export class BreakGlassHandler implements ICommandHandler<BreakGlass, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: BreakGlass): Promise<Committed> {
    return this.events.transact(health, command.data.clientId, (state) => breakGlass(command, state));
  }
}

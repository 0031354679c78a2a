import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { notBeingErased } from '../../erasure/not-being-erased.query.js';
import { health } from '../health.js';
import { BreakGlass, breakGlass } from './break-glass.js';

@CommandHandler(BreakGlass)
export class BreakGlassHandler implements ICommandHandler<BreakGlass, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: BreakGlass): Promise<Committed> {
    const { clientId } = command.data;
    return this.events.transact(health, clientId, (state) => breakGlass(command, state), {
      provided: (log) => notBeingErased(clientId, log),
    });
  }
}

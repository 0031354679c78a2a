import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { handOver } from '../hand-over.js';
import { AcceptHandOver, acceptHandOver } from './accept-hand-over.js';

@CommandHandler(AcceptHandOver)
export class AcceptHandOverHandler implements ICommandHandler<AcceptHandOver, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: AcceptHandOver): Promise<Committed> {
    return this.events.transact(handOver, command.data.handOverId, (state) => acceptHandOver(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { processor } from '../processor.js';
import { SettleProcessorFinding, settleFinding } from './settle-finding.js';

@CommandHandler(SettleProcessorFinding)
export class SettleProcessorFindingHandler implements ICommandHandler<SettleProcessorFinding, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: SettleProcessorFinding): Promise<Committed> {
    return this.events.transact(processor, command.data.processorId, (state) =>
      settleFinding(command, state),
    );
  }
}

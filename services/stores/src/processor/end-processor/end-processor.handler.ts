import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { processor } from '../processor.js';
import { EndProcessor, endProcessor } from './end-processor.js';

@CommandHandler(EndProcessor)
export class EndProcessorHandler implements ICommandHandler<EndProcessor, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: EndProcessor): Promise<Committed> {
    return this.events.transact(processor, command.data.processorId, (state) => endProcessor(command, state));
  }
}

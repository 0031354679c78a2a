import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { processor } from '../processor.js';
import { InspectProcessor, inspectProcessor } from './inspect-processor.js';

@CommandHandler(InspectProcessor)
export class InspectProcessorHandler implements ICommandHandler<InspectProcessor, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: InspectProcessor): Promise<Committed> {
    return this.events.transact(processor, command.data.processorId, (state) =>
      inspectProcessor(command, state),
    );
  }
}

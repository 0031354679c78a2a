import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { staff } from '../staff.js';
import { EndEmployment, endEmployment } from './end-employment.js';

@CommandHandler(EndEmployment)
export class EndEmploymentHandler implements ICommandHandler<EndEmployment, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: EndEmployment): Promise<Committed> {
    return this.events.transact(staff, command.data.staffId, (state) => endEmployment(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { complaint } from '../complaint.js';
import { BreachComplaint, breachComplaint } from './breach-complaint.js';

@CommandHandler(BreachComplaint)
export class BreachComplaintHandler implements ICommandHandler<BreachComplaint, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: BreachComplaint): Promise<Committed> {
    return this.events.transact(complaint, command.data.complaintId, (state) =>
      breachComplaint(command, state),
    );
  }
}

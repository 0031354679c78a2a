import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { complaint } from '../complaint.js';
import { CloseComplaint, closeComplaint } from './close-complaint.js';

@CommandHandler(CloseComplaint)
export class CloseComplaintHandler implements ICommandHandler<CloseComplaint, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: CloseComplaint): Promise<Committed> {
    return this.events.transact(complaint, command.data.complaintId, (state) =>
      closeComplaint(command, state),
    );
  }
}

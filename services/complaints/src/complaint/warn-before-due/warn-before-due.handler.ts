import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { complaint } from '../complaint.js';
import { WarnBeforeDue, warnBeforeDue } from './warn-before-due.js';

@CommandHandler(WarnBeforeDue)
export class WarnBeforeDueHandler implements ICommandHandler<WarnBeforeDue, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: WarnBeforeDue): Promise<Committed> {
    return this.events.transact(complaint, command.data.complaintId, (state) =>
      warnBeforeDue(command, state),
    );
  }
}

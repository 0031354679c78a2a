import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { complaint } from '../complaint.js';
import { AnswerComplaint, answerComplaint } from './answer-complaint.js';

@CommandHandler(AnswerComplaint)
export class AnswerComplaintHandler implements ICommandHandler<AnswerComplaint, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: AnswerComplaint): Promise<Committed> {
    return this.events.transact(complaint, command.data.complaintId, (state) =>
      answerComplaint(command, state),
    );
  }
}

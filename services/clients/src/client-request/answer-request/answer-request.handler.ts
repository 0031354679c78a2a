import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { clientRequest } from '../client-request.js';
import { AnswerRequest, answerRequest } from './answer-request.js';

@CommandHandler(AnswerRequest)
export class AnswerRequestHandler implements ICommandHandler<AnswerRequest, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: AnswerRequest): Promise<Committed> {
    const { requestId } = command.data;
    return this.events.transact(clientRequest, requestId, (state) => answerRequest(command, state));
  }
}

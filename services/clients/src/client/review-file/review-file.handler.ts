import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { client } from '../client.js';
import { ReviewFile, reviewFile } from './review-file.js';

@CommandHandler(ReviewFile)
export class ReviewFileHandler implements ICommandHandler<ReviewFile, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ReviewFile): Promise<Committed> {
    return this.events.transact(client, command.data.clientId, (state) => reviewFile(command, state));
  }
}

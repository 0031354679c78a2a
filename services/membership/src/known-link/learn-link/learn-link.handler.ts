import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownLink } from '../known-link.js';
import { LearnLink, learnLink } from './learn-link.js';

@CommandHandler(LearnLink)
export class LearnLinkHandler implements ICommandHandler<LearnLink, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnLink): Promise<Committed> {
    const { survivorId, mergedId } = command.data;
    return this.events.transact(knownLink, `${survivorId}/${mergedId}`, (state) => learnLink(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownMember } from '../known-member.js';
import { LearnMember, learnMember } from './learn-member.js';

@CommandHandler(LearnMember)
export class LearnMemberHandler implements ICommandHandler<LearnMember, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnMember): Promise<Committed> {
    const { clientId } = command.data;
    return this.events.transact(knownMember, clientId, (state) => learnMember(command, state), {
      expectNew: true,
    });
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { referral } from '../referral.js';
import { IntroduceClient, introduceClient } from './introduce-client.js';

@CommandHandler(IntroduceClient)
export class IntroduceClientHandler implements ICommandHandler<IntroduceClient, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: IntroduceClient): Promise<Committed> {
    const { introducedId } = command.data;
    return this.events.transact(referral, introducedId, (state) => introduceClient(command, state));
  }
}

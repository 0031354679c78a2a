import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { referral } from '../referral.js';
import { ReverseReward, reverseReward } from './reverse-reward.js';

@CommandHandler(ReverseReward)
export class ReverseRewardHandler implements ICommandHandler<ReverseReward, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ReverseReward): Promise<Committed> {
    return this.events.transact(referral, command.data.clientId, (state) => reverseReward(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { PersonRewards } from '../person-rewards.process.js';
import { referral } from '../referral.js';
import { ReverseReward, reverseReward } from './reverse-reward.js';

@CommandHandler(ReverseReward)
export class ReverseRewardHandler implements ICommandHandler<ReverseReward, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly rewards: PersonRewards,
  ) {}

  async execute(command: ReverseReward): Promise<Committed> {
    const { clientId } = command.data;
    const committed = await this.events.transact(referral, clientId, (state) =>
      reverseReward(command, state),
    );
    await this.rewards.followFactOf(clientId);
    return committed;
  }
}

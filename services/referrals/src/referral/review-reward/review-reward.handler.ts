import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { PersonReferralsQuery } from '../person-referrals.query.js';
import { referral } from '../referral.js';
import { ReviewReward, reviewReward } from './review-reward.js';

@CommandHandler(ReviewReward)
export class ReviewRewardHandler implements ICommandHandler<ReviewReward, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly person: PersonReferralsQuery,
  ) {}

  async execute(command: ReviewReward): Promise<Committed> {
    const { clientId } = command.data;
    const others = await this.person.others(clientId);
    return this.events.transact(referral, clientId, (state) => reviewReward(others)(command, state));
  }
}

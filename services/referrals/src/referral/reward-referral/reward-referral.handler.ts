import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LRUCache } from 'lru-cache';
import { EventStore } from '#libs/event-store';
import { PersonReferralsQuery } from '../person-referrals.query.js';
import { PersonRewards } from '../person-rewards.process.js';
import { referral, type Referral } from '../referral.js';
import { referralReward } from './reward-policy.js';
import { RewardReferral, rewardReferral } from './reward-referral.js';

@CommandHandler(RewardReferral)
export class RewardReferralHandler implements ICommandHandler<RewardReferral, void> {
  /** Who paid before anybody introduced her stays so for ever, and her visits are most: the log is not asked again. */
  private readonly settled = new LRUCache<string, true>({ max: 100_000 });

  constructor(
    private readonly events: EventStore,
    private readonly person: PersonReferralsQuery,
    private readonly rewards: PersonRewards,
  ) {}

  async execute(command: RewardReferral): Promise<void> {
    const { clientId } = command.data;
    if (this.settled.has(clientId)) return;
    let after: Referral = referral.initial;
    const { state: before } = await this.events.load(referral, clientId);
    const others = before.status === 'introduced' ? await this.person.others(clientId) : [];
    await this.events.transact(referral, clientId, (state) => {
      const events = rewardReferral(referralReward, others)(command, state);
      after = events.reduce(referral.evolve, state);
      return events;
    });
    await this.rewards.followFactOf(clientId);
    if (after.status === 'visited') this.settled.set(clientId, true);
  }
}

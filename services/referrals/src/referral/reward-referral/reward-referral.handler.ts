import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LRUCache } from 'lru-cache';
import { EventStore } from '#libs/event-store';
import { referral, type Referral } from '../referral.js';
import { referralReward } from './reward-policy.js';
import { RewardReferral, rewardReferral } from './reward-referral.js';

@CommandHandler(RewardReferral)
export class RewardReferralHandler implements ICommandHandler<RewardReferral, void> {
  /** Who paid before anybody introduced her stays so for ever, and her visits are most: the log is not asked again. */
  private readonly settled = new LRUCache<string, true>({ max: 100_000 });

  constructor(private readonly events: EventStore) {}

  async execute(command: RewardReferral): Promise<void> {
    const { clientId } = command.data;
    if (this.settled.has(clientId)) return;
    let after: Referral = referral.initial;
    await this.events.transact(referral, clientId, (state) => {
      const events = rewardReferral(referralReward)(command, state);
      after = events.reduce(referral.evolve, state);
      return events;
    });
    if (after.status === 'visited') this.settled.set(clientId, true);
  }
}

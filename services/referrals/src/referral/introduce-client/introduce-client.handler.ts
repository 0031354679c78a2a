import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { unerased } from '#libs/service';
import { PersonReferralsQuery } from '../person-referrals.query.js';
import { referral } from '../referral.js';
import { IntroduceClient, introduceClient } from './introduce-client.js';

@CommandHandler(IntroduceClient)
export class IntroduceClientHandler implements ICommandHandler<IntroduceClient, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly person: PersonReferralsQuery,
  ) {}

  async execute(command: IntroduceClient): Promise<Committed> {
    const { introducerId, introducedId } = command.data;
    const others = await this.person.others(introducedId);
    return this.events.transact(referral, introducedId, (state) => introduceClient(others)(command, state), {
      provided: (log) => unerased([introducerId, introducedId], log),
    });
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { negativeAllowed } from '../debt-policy.js';
import { member } from '../member.js';
import { ReverseReferralPoints, reverseReferralPoints } from './reverse-referral-points.js';

@CommandHandler(ReverseReferralPoints)
export class ReverseReferralPointsHandler implements ICommandHandler<ReverseReferralPoints, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ReverseReferralPoints): Promise<Committed> {
    const decide = reverseReferralPoints(negativeAllowed);
    return this.events.transact(member, command.data.clientId, (state) => decide(command, state));
  }
}

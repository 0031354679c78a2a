import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { member } from '../member.js';
import { EarnReferralPoints, earnReferralPoints } from './earn-referral-points.js';

@CommandHandler(EarnReferralPoints)
export class EarnReferralPointsHandler implements ICommandHandler<EarnReferralPoints, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: EarnReferralPoints): Promise<Committed> {
    return this.events.transact(member, command.data.clientId, (state) => earnReferralPoints(command, state));
  }
}

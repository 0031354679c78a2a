import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { negativeAllowed } from '../debt-policy.js';
import { earningPolicies } from '../earning-policy.js';
import { member } from '../member.js';
import { ReversePoints, reversePoints } from './reverse-points.js';

@CommandHandler(ReversePoints)
export class ReversePointsHandler implements ICommandHandler<ReversePoints, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ReversePoints): Promise<Committed> {
    const decide = reversePoints(earningPolicies, negativeAllowed);
    return this.events.transact(member, command.data.clientId, (state) => decide(command, state));
  }
}

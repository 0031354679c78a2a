import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { onePerHundred } from '../earning-policy.js';
import { member } from '../member.js';
import { EarnPoints, earnPoints } from './earn-points.js';

@CommandHandler(EarnPoints)
export class EarnPointsHandler implements ICommandHandler<EarnPoints, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: EarnPoints): Promise<Committed> {
    const decide = earnPoints(onePerHundred);
    return this.events.transact(member, command.data.clientId, (state) => decide(command, state));
  }
}

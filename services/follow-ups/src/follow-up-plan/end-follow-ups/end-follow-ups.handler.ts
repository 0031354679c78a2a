import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { followUpPlan } from '../follow-up-plan.js';
import { PersonFollowUps } from '../person-follow-ups.process.js';
import { EndFollowUps, endFollowUps } from './end-follow-ups.js';

@CommandHandler(EndFollowUps)
export class EndFollowUpsHandler implements ICommandHandler<EndFollowUps, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly person: PersonFollowUps,
  ) {}

  async execute(command: EndFollowUps): Promise<Committed> {
    const { clientId } = command.data;
    const committed = await this.events.transact(followUpPlan, clientId, (plan) =>
      endFollowUps(command, plan),
    );
    await this.person.follow(clientId);
    return committed;
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { followUpPlan } from '../follow-up-plan.js';
import { PersonFollowUps } from '../person-follow-ups.process.js';
import { oneFiveSeven } from './follow-up-policy.js';
import { PlanFollowUp, planFollowUp } from './plan-follow-up.js';

const decide = planFollowUp(oneFiveSeven);

@CommandHandler(PlanFollowUp)
export class PlanFollowUpHandler implements ICommandHandler<PlanFollowUp, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly person: PersonFollowUps,
  ) {}

  async execute(command: PlanFollowUp): Promise<Committed> {
    const { clientId } = command.data;
    const committed = await this.events.transact(followUpPlan, clientId, (state) => decide(command, state));
    await this.person.followVisitOf(clientId);
    return committed;
  }
}

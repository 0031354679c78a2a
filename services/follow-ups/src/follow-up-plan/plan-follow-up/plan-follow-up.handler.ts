import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { followUpPlan } from '../follow-up-plan.js';
import { oneFiveSeven } from './follow-up-policy.js';
import { PlanFollowUp, planFollowUp } from './plan-follow-up.js';

const decide = planFollowUp(oneFiveSeven);

@CommandHandler(PlanFollowUp)
export class PlanFollowUpHandler implements ICommandHandler<PlanFollowUp, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: PlanFollowUp): Promise<Committed> {
    return this.events.transact(followUpPlan, command.data.clientId, (state) => decide(command, state));
  }
}

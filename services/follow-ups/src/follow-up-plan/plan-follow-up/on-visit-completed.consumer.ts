import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { utc } from '#libs/calendar';
import type { Message } from '#libs/contracts';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { PlanFollowUp } from './plan-follow-up.js';

@Controller()
export class PlanFollowUpOnVisitCompleted {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @EventPattern(visitCompleted.type)
  async on({ data }: Message<typeof visitCompleted>): Promise<void> {
    const { visitId, clientId, storeId, timeZone, lines } = data;
    if (clientId === null) return; // a walk-in cannot be called
    const completedAt = utc(data.completedAt);
    const now = this.clock.now().toISOString();
    await this.commands.execute(
      new PlanFollowUp({ visitId, clientId, storeId, timeZone, lines, completedAt, now }),
    );
  }
}

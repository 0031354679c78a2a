import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import type { Message } from '#libs/contracts';
import { EarnPoints } from './earn-points.js';

@Controller()
export class EarnPointsOnVisitCompleted {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(visitCompleted.type)
  async on({ data }: Message<typeof visitCompleted>): Promise<void> {
    const { clientId, storeId, visitId, currency, lines, completedAt: occurredAt, completedOn } = data;
    if (clientId === null) return; // a walk-in is nobody's member
    await this.commands.execute(
      new EarnPoints({ clientId, storeId, visitId, currency, lines, occurredAt, completedOn }),
    );
  }
}

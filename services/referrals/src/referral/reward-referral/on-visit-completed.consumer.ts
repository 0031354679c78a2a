import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import type { Message } from '#libs/contracts';
import { RewardReferral } from './reward-referral.js';

@Controller()
export class RewardReferralOnVisitCompleted {
  constructor(private readonly commands: CommandBus) {}

  /** Of a walk-in nobody knows who she is; a visit for nothing is no paid visit. */
  @EventPattern(visitCompleted.type)
  async on({ data, position: toldPosition }: Message<typeof visitCompleted>): Promise<void> {
    const { clientId, visitId, storeId, timeZone, paidMinor } = data;
    const { completedAt: visitedAt, completedOn: visitedOn } = data;
    if (clientId === null || paidMinor === 0) return;
    await this.commands.execute(
      new RewardReferral({ clientId, visitId, storeId, timeZone, visitedAt, visitedOn, toldPosition }),
    );
  }
}

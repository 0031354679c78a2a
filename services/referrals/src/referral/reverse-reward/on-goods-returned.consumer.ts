import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import type { Message } from '#libs/contracts';
import { ReverseReward } from './reverse-reward.js';

@Controller()
export class ReverseRewardOnGoodsReturned {
  constructor(private readonly commands: CommandBus) {}

  /** A return without a bill undoes no visit; one that leaves something paid does not either. */
  @EventPattern(goodsReturned.type)
  async on({ data, position: toldPosition }: Message<typeof goodsReturned>): Promise<void> {
    const { clientId, visitId, visitStillPaidMinor, returnedAt, returnedOn } = data;
    if (clientId === null || visitId === null || visitStillPaidMinor !== 0) return;
    await this.commands.execute(
      new ReverseReward({ clientId, visitId, returnedAt, returnedOn, toldPosition }),
    );
  }
}

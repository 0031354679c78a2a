import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { itemRetired } from '#contracts/stores/item-retired.v1';
import type { Message } from '#libs/contracts';
import { LearnRetirement } from './learn-retirement.js';

@Controller()
export class LearnRetirementOnItemRetired {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(itemRetired.type)
  async on({ data: { itemId, effectiveFrom }, time: retiredAt }: Message<typeof itemRetired>): Promise<void> {
    await this.commands.execute(new LearnRetirement({ itemId, effectiveFrom, retiredAt }));
  }
}

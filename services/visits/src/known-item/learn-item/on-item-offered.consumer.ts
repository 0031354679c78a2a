import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { itemOffered } from '#contracts/stores/item-offered.v1';
import type { Message } from '#libs/contracts';
import { LearnItem } from './learn-item.js';

@Controller()
export class LearnItemOnItemOffered {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(itemOffered.type)
  async on({ data, time: offeredAt }: Message<typeof itemOffered>): Promise<void> {
    const { itemId, effectiveFrom, medical } = data;
    const medicalSubject = medical?.subject ?? null;
    await this.commands.execute(new LearnItem({ itemId, effectiveFrom, medicalSubject, offeredAt }));
  }
}

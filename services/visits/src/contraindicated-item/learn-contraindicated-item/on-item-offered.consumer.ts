import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { itemOffered } from '#contracts/stores/item-offered.v1';
import type { Message } from '#libs/contracts';
import { LearnContraindicatedItem } from './learn-contraindicated-item.js';

@Controller()
export class LearnContraindicatedItemOnItemOffered {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(itemOffered.type)
  async on({ data, time: offeredAt }: Message<typeof itemOffered>): Promise<void> {
    const { itemId, contraindications } = data;
    await this.commands.execute(new LearnContraindicatedItem({ itemId, contraindications, offeredAt }));
  }
}

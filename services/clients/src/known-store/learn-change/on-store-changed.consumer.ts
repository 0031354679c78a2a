import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import type { Message } from '#libs/contracts';
import { LearnChange } from './learn-change.js';

@Controller()
export class LearnChangeOnStoreChanged {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(storeChanged.type)
  async on({ data, time: changedAt }: Message<typeof storeChanged>): Promise<void> {
    const { storeId, effectiveFrom, grade, legalEntity } = data;
    if (grade === undefined && legalEntity === undefined) return; // something else changed
    await this.commands.execute(new LearnChange({ storeId, effectiveFrom, grade, legalEntity, changedAt }));
  }
}

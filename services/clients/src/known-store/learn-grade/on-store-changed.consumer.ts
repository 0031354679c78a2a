import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import type { Message } from '#libs/contracts';
import { LearnGrade } from './learn-grade.js';

@Controller()
export class LearnGradeOnStoreChanged {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(storeChanged.type)
  async on({ data, time: changedAt }: Message<typeof storeChanged>): Promise<void> {
    const { storeId, effectiveFrom, grade } = data;
    if (grade === undefined) return; // something else changed
    await this.commands.execute(new LearnGrade({ storeId, effectiveFrom, grade, changedAt }));
  }
}

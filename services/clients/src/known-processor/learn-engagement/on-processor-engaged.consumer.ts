import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { processorEngaged } from '#contracts/stores/processor-engaged.v1';
import type { Message } from '#libs/contracts';
import { LearnEngagement } from './learn-engagement.js';

@Controller()
export class LearnEngagementOnProcessorEngaged {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(processorEngaged.type)
  async on({ data, time: engagedAt }: Message<typeof processorEngaged>): Promise<void> {
    const { processorId, version, effectiveFrom, until, agreementNumber } = data;
    const { name, country, engagedBy, storeIds, purposes, kinds, subProcessors } = data;
    await this.commands.execute(
      new LearnEngagement({
        ...{ processorId, version, effectiveFrom, until, agreementNumber, name, country },
        ...{ engagedBy, storeIds, purposes, kinds, subProcessors, engagedAt },
      }),
    );
  }
}

import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { isPolicyName } from '#contracts/stores/policies';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import type { Message } from '#libs/contracts';
import { LearnPolicy } from './learn-policy.js';

@Controller()
export class LearnPolicyOnPolicyPublished {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(policyPublished.type)
  async on({ data, time: publishedAt }: Message<typeof policyPublished>): Promise<void> {
    const { name, version, storeId, effectiveFrom, value } = data;
    if (!isPolicyName(name)) return; // of a later Liren: nothing here goes by it
    await this.commands.execute(
      new LearnPolicy({ name, version, storeId, effectiveFrom, value, publishedAt }),
    );
  }
}

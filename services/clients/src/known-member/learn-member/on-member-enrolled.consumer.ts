import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { memberEnrolled } from '#contracts/membership/member-enrolled.v1';
import type { Message } from '#libs/contracts';
import { LearnMember } from './learn-member.js';

@Controller()
export class LearnMemberOnMemberEnrolled {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(memberEnrolled.type)
  async on({ data }: Message<typeof memberEnrolled>): Promise<void> {
    const { clientId, storeId, enrolledAt } = data;
    await this.commands.execute(new LearnMember({ clientId, storeId, enrolledAt }));
  }
}

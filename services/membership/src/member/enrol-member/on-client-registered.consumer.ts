import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { clientRegistered } from '#contracts/clients/client-registered.v1';
import type { Message } from '#libs/contracts';
import { EnrolMember } from './enrol-member.js';

@Controller()
export class EnrolMemberOnClientRegistered {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(clientRegistered.type)
  async on({ data }: Message<typeof clientRegistered>): Promise<void> {
    const { clientId, storeId, registeredAt: occurredAt } = data;
    await this.commands.execute(new EnrolMember({ clientId, storeId, reason: 'registered', occurredAt }));
  }
}

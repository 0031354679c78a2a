import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import type { Message } from '#libs/contracts';
import { LearnLink } from './learn-link.js';

@Controller()
export class LearnLinkOnClientsMerged {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(clientsMerged.type)
  async on({ data }: Message<typeof clientsMerged>): Promise<void> {
    const { survivorId, mergedId, mergedAt: at } = data;
    await this.commands.execute(new LearnLink({ survivorId, mergedId, linked: true, at }));
  }
}

import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import type { Message } from '#libs/contracts';
import { LearnLink } from './learn-link.js';

@Controller()
export class LearnLinkOnClientsUnmerged {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(clientsUnmerged.type)
  async on({ data }: Message<typeof clientsUnmerged>): Promise<void> {
    const { survivorId, mergedId, unmergedAt: at } = data;
    await this.commands.execute(new LearnLink({ survivorId, mergedId, linked: false, at }));
  }
}

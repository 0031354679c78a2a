import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { clientErased } from '#contracts/clients/client-erased.v1';
import type { Message } from '#libs/contracts';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { EndFollowUps } from './end-follow-ups.js';

@Controller()
export class EndFollowUpsOnClientErased {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @EventPattern(clientErased.type)
  async on({ data: { clientId, storeId, erasedAt } }: Message<typeof clientErased>): Promise<void> {
    const now = this.clock.now().toISOString();
    await this.commands.execute(new EndFollowUps({ clientId, storeId, erasedAt, now }));
  }
}

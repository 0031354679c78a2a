import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { clientErased } from '#contracts/clients/client-erased.v1';
import type { Message } from '#libs/contracts';
import { commandContext, derivedId, inCommandContext } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { EndFollowUps } from './end-follow-ups.js';

@Controller()
export class EndFollowUpsOnClientErased {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A command of its own: that the erasure has reached us is recorded for the same message. */
  @EventPattern(clientErased.type)
  async on({ data: { clientId, storeId, erasedAt } }: Message<typeof clientErased>): Promise<void> {
    const context = commandContext();
    const now = this.clock.now().toISOString();
    await inCommandContext({ ...context, commandId: derivedId(context.commandId, 'follow-ups end') }, () =>
      this.commands.execute(new EndFollowUps({ clientId, storeId, erasedAt, now })),
    );
  }
}

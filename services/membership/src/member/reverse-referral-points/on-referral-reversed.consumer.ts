import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { referralReversed } from '#contracts/referrals/referral-reversed.v1';
import type { Message } from '#libs/contracts';
import { commandContext, derivedId, inCommandContext } from '#libs/event-store';
import { ReverseReferralPoints } from './reverse-referral-points.js';

@Controller()
export class ReverseReferralPointsOnReferralReversed {
  constructor(private readonly commands: CommandBus) {}

  /** One message concerns several members; each is a command of her own. */
  @EventPattern(referralReversed.type)
  async on({ data, time: occurredAt }: Message<typeof referralReversed>): Promise<void> {
    const { referralId, visitId, again, storeId, reversedOn } = data;
    const context = commandContext();
    for (const { clientId } of data.rewards) {
      const commandId = derivedId(context.commandId, clientId);
      await inCommandContext({ ...context, commandId }, () =>
        this.commands.execute(
          new ReverseReferralPoints({
            clientId,
            storeId,
            referralId,
            visitId,
            again,
            occurredAt,
            reversedOn,
          }),
        ),
      );
    }
  }
}

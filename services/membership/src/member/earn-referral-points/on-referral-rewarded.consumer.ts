import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { referralRewarded } from '#contracts/referrals/referral-rewarded.v1';
import type { Message } from '#libs/contracts';
import { commandContext, derivedId, inCommandContext } from '#libs/event-store';
import { EarnReferralPoints } from './earn-referral-points.js';

@Controller()
export class EarnReferralPointsOnReferralRewarded {
  constructor(private readonly commands: CommandBus) {}

  /** One message rewards several members; each is a command of her own. */
  @EventPattern(referralRewarded.type)
  async on({ data, time: occurredAt }: Message<typeof referralRewarded>): Promise<void> {
    const { referralId, visitId, again, storeId, rewardedOn } = data;
    const context = commandContext();
    for (const { clientId, points } of data.rewards) {
      const commandId = derivedId(context.commandId, clientId);
      await inCommandContext({ ...context, commandId }, () =>
        this.commands.execute(
          new EarnReferralPoints({
            clientId,
            storeId,
            referralId,
            visitId,
            again,
            points,
            occurredAt,
            rewardedOn,
          }),
        ),
      );
    }
  }
}

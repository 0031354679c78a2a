import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import type { Message } from '#libs/contracts';
import { LearnStore } from './learn-store.js';

@Controller()
export class LearnStoreOnStoreOpened {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(storeOpened.type)
  async on({
    data: { storeId, grade, timeZone, currency, legalEntity, openedAt },
  }: Message<typeof storeOpened>): Promise<void> {
    await this.commands.execute(
      new LearnStore({ storeId, grade, timeZone, currency, legalEntity, openedAt }),
    );
  }
}

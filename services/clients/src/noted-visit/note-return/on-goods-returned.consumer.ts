import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import type { Message } from '#libs/contracts';
import { NoteReturn } from './note-return.js';

@Controller()
export class NoteReturnOnGoodsReturned {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(goodsReturned.type)
  async on({ data }: Message<typeof goodsReturned>): Promise<void> {
    const { visitStillPaidMinor: _, clientId, lines, ...returned } = data;
    if (clientId === null) return; // nobody knows whose they were
    const noted = lines.map(({ itemId, quantity, returnedMinor }) => ({
      itemId,
      quantity,
      amountMinor: returnedMinor,
      staffId: null,
    }));
    await this.commands.execute(new NoteReturn({ ...returned, clientId, lines: noted }));
  }
}

import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import type { Message } from '#libs/contracts';
import { ReversePoints } from './reverse-points.js';

@Controller()
export class ReversePointsOnGoodsReturned {
  constructor(private readonly commands: CommandBus) {}

  /** A return whose bill is not known reverses nothing: nobody can say what its lines had earned. */
  @EventPattern(goodsReturned.type)
  async on({ data }: Message<typeof goodsReturned>): Promise<void> {
    const { clientId, storeId, visitId, returnId, returnedAt: occurredAt, returnedOn } = data;
    if (clientId === null || visitId === null) return;
    const lines = data.lines.flatMap(({ lineId, stillPaidMinor }) =>
      lineId === null || stillPaidMinor === null ? [] : [{ lineId, stillPaidMinor }],
    );
    await this.commands.execute(
      new ReversePoints({ clientId, storeId, visitId, returnId, lines, occurredAt, returnedOn }),
    );
  }
}

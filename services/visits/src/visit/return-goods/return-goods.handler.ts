import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { refusalOf } from '../../return-id.js';
import { visit } from '../visit.js';
import { ReturnGoods, returnGoods } from './return-goods.js';
import { sevenDays } from './return-policy.js';

@CommandHandler(ReturnGoods)
export class ReturnGoodsHandler implements ICommandHandler<ReturnGoods, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: ReturnGoods): Promise<Committed> {
    const decide = returnGoods(sevenDays);
    return this.events
      .transact(visit, command.data.visitId, (state) => decide(command, state))
      .catch(refusalOf(command.data.returnId));
  }
}

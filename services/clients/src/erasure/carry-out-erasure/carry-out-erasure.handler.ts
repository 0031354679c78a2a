import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { erasure } from '../erasure.js';
import { CarryOutErasure, carryOutErasure } from './carry-out-erasure.js';

@CommandHandler(CarryOutErasure)
export class CarryOutErasureHandler implements ICommandHandler<CarryOutErasure, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: CarryOutErasure): Promise<Committed> {
    return this.events.transact(erasure, command.data.clientId, (state) => carryOutErasure(command, state));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { CHAIN, regions } from '../region.js';
import { DefineRegion, defineRegion } from './define-region.js';

@CommandHandler(DefineRegion)
export class DefineRegionHandler implements ICommandHandler<DefineRegion, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: DefineRegion): Promise<Committed> {
    return this.events.transact(regions, CHAIN, (state) => defineRegion(command, state));
  }
}

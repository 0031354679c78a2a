import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { CHAIN, regions } from '../../region/region.js';
import { known, store } from '../../store/store.js';
import { group } from '../group.js';
import { FormGroup, formGroup } from './form-group.js';

@CommandHandler(FormGroup)
export class FormGroupHandler implements ICommandHandler<FormGroup, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: FormGroup): Promise<Committed> {
    const { groupId, storeId, region } = command.data;
    if (storeId !== null) known(storeId, (await this.events.see(store, storeId)).state);
    if (region !== null) await this.checkRegion(region);
    return this.events.transact(group, groupId, (state) => formGroup(command, state));
  }

  private async checkRegion(regionId: string): Promise<void> {
    const { state } = await this.events.load(regions, CHAIN);
    if (Object.hasOwn(state, regionId)) return;
    throw new Rejection('unknown-region', 'There is no region with this id.', { regionId }, 'not-found');
  }
}

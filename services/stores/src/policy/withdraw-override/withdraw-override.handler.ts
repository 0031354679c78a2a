import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { known, store } from '../../store/store.js';
import { policy } from '../policy.js';
import { WithdrawOverride, withdrawOverride } from './withdraw-override.js';

@CommandHandler(WithdrawOverride)
export class WithdrawOverrideHandler implements ICommandHandler<WithdrawOverride, Committed> {
  constructor(private readonly events: EventStore) {}

  /** Refuses for a store that there is not: who misspells one would believe that the chain’s rule holds there. */
  async execute(command: WithdrawOverride): Promise<Committed> {
    const { storeId } = command.data;
    known(storeId, (await this.events.load(store, storeId)).state);
    return this.events.transact(policy, command.data.name, (state) => withdrawOverride(command, state));
  }
}

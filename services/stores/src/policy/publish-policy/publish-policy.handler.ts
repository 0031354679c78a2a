import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { known, store } from '../../store/store.js';
import { policy } from '../policy.js';
import { PublishPolicy, publishPolicy } from './publish-policy.js';

@CommandHandler(PublishPolicy)
export class PublishPolicyHandler implements ICommandHandler<PublishPolicy, Committed> {
  constructor(private readonly events: EventStore) {}

  /** Refuses an override for a store that there is not. */
  async execute(command: PublishPolicy): Promise<Committed> {
    const { storeId } = command.data;
    if (storeId !== null) known(storeId, (await this.events.load(store, storeId)).state);
    return this.events.transact(policy, command.data.name, (state) => publishPolicy(command, state));
  }
}

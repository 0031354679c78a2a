import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { policy } from '../policy.js';
import { WithdrawOverride, withdrawOverride } from './withdraw-override.js';

@CommandHandler(WithdrawOverride)
export class WithdrawOverrideHandler implements ICommandHandler<WithdrawOverride, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: WithdrawOverride): Promise<Committed> {
    return this.events.transact(policy, command.data.name, (state) => withdrawOverride(command, state));
  }
}

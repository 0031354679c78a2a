import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { staff } from '../staff.js';
import { SetUpSecondFactor, setUpSecondFactor } from './set-up-second-factor.js';

@CommandHandler(SetUpSecondFactor)
export class SetUpSecondFactorHandler implements ICommandHandler<SetUpSecondFactor, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: SetUpSecondFactor): Promise<Committed> {
    return this.events.transact(staff, command.data.staffId, (state) => setUpSecondFactor(command, state));
  }
}

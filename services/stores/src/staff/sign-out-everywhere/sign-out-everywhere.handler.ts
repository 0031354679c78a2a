import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { staff } from '../staff.js';
import { SignOutEverywhere, signOutEverywhere } from './sign-out-everywhere.js';

@CommandHandler(SignOutEverywhere)
export class SignOutEverywhereHandler implements ICommandHandler<SignOutEverywhere, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: SignOutEverywhere): Promise<Committed> {
    return this.events.transact(staff, command.data.staffId, (state) => signOutEverywhere(command, state));
  }
}

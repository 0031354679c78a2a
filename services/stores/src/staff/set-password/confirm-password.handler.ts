import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#libs/event-store';
import { staff } from '../staff.js';
import { confirmPassword, ConfirmPassword, isConfirmed } from './confirm-password.js';

/** Resolves to whether it is she. */
@CommandHandler(ConfirmPassword)
export class ConfirmPasswordHandler implements ICommandHandler<ConfirmPassword, boolean> {
  constructor(private readonly events: EventStore) {}

  async execute(command: ConfirmPassword): Promise<boolean> {
    let confirmed = false;
    await this.events.transact(staff, command.data.staffId, (state) => {
      confirmed = isConfirmed(command, state);
      return confirmPassword(command, state);
    });
    return confirmed;
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#libs/event-store';
import { staff, type Employed } from '../staff.js';
import { AttemptSignIn, attemptSignIn } from './attempt-sign-in.js';

/** Resolves to the account that signed in; undefined when it did not. */
@CommandHandler(AttemptSignIn)
export class AttemptSignInHandler implements ICommandHandler<AttemptSignIn, Employed | undefined> {
  constructor(private readonly events: EventStore) {}

  async execute(command: AttemptSignIn): Promise<Employed | undefined> {
    let account: Employed | undefined;
    await this.events.transact(staff, command.data.staffId, (state) => {
      const facts = attemptSignIn(command, state);
      account = facts.some(({ type }) => type === 'SignedIn') ? (state as Employed) : undefined;
      return facts;
    });
    return account;
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ClaimTaken, EventStore } from '#libs/event-store';
import type { SignInWay } from '../second-factor.js';
import type { StaffEvent } from '../staff.events.js';
import { staff, type Employed, type Staff } from '../staff.js';
import { AttemptSignIn, attempted, attemptSignIn, type Attempted } from './attempt-sign-in.js';

/** The account that signed in, and by which ways; or why it did not. */
export type SignInResult =
  { readonly account: Employed; readonly ways: readonly SignInWay[] } | Exclude<Attempted, 'signed-in'>;

@CommandHandler(AttemptSignIn)
export class AttemptSignInHandler implements ICommandHandler<AttemptSignIn, SignInResult> {
  constructor(private readonly events: EventStore) {}

  async execute(command: AttemptSignIn): Promise<SignInResult> {
    let result: SignInResult = 'refused';
    const decide = (state: Staff): readonly StaffEvent[] => {
      const facts = attemptSignIn(command, state);
      const became = attempted(command, state);
      const ways = facts.flatMap((fact) => (fact.type === 'SignedIn' ? (fact.data.ways ?? []) : []));
      result = became === 'signed-in' ? { account: state as Employed, ways } : became;
      return facts;
    };
    try {
      await this.events.transact(staff, command.data.staffId, decide);
      return result;
    } catch (error) {
      if (error instanceof ClaimTaken) return 'refused'; // the provider's person came to another account meanwhile
      throw error;
    }
  }
}

import type { Decide } from '#libs/event-sourcing';
import { isLocked, wrongPassword } from '../lock-out.js';
import type { StaffEvent } from '../staff.events.js';
import { known, type Staff } from '../staff.js';

export class AttemptSignIn {
  constructor(
    readonly data: {
      readonly staffId: string;
      readonly passwordMatches: boolean;
      readonly sessionId: string;
      readonly at: string;
    },
  ) {}
}

/** While an account is locked nothing is looked at and nothing recorded: neither a right password nor a wrong one. */
export const attemptSignIn: Decide<AttemptSignIn, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, passwordMatches, sessionId, at: occurredAt } = data;
  const account = known(staffId, state);
  if (account.status === 'left' || isLocked(account, occurredAt)) return [];
  if (passwordMatches) return [{ type: 'SignedIn', occurredAt, data: { staffId, sessionId } }];
  return [wrongPassword(staffId, account, occurredAt)];
};

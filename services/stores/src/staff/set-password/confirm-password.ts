import type { Decide } from '#libs/event-sourcing';
import { isLocked, wrongPassword } from '../lock-out.js';
import type { StaffEvent } from '../staff.events.js';
import { known, type Staff } from '../staff.js';

export class ConfirmPassword {
  constructor(
    readonly data: { readonly staffId: string; readonly passwordMatches: boolean; readonly at: string },
  ) {}
}

/** A wrong password counts as it does for signing in, and locks as it does; a right one leaves no fact. */
export const confirmPassword: Decide<ConfirmPassword, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, passwordMatches, at } = data;
  const account = known(staffId, state);
  return passwordMatches || !isOpen(account, at) ? [] : [wrongPassword(staffId, account, at)];
};

/** Whether a right password confirms anything: not of a locked account, nor of who has left. */
export const isConfirmed = ({ data }: ConfirmPassword, state: Staff): boolean =>
  data.passwordMatches && isOpen(known(data.staffId, state), data.at);

const isOpen = (account: ReturnType<typeof known>, at: string): boolean =>
  account.status === 'employed' && !isLocked(account, at);

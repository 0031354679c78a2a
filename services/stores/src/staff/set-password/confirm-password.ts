import type { Decide } from '#libs/event-sourcing';
import { isLocked, wrongPassword } from '../lock-out.js';
import type { StaffEvent } from '../staff.events.js';
import { known, type Employed, type Staff } from '../staff.js';

export class ConfirmPassword {
  constructor(
    readonly data: {
      readonly staffId: string;
      readonly passwordMatches: boolean;
      /** In which her session began. */
      readonly browser: string | null;
      readonly at: string;
    },
  ) {}
}

/** A wrong password counts as it does for signing in, and locks as it does; a right one leaves no fact. */
export const confirmPassword: Decide<ConfirmPassword, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, passwordMatches, browser, at } = data;
  const account = known(staffId, state);
  return passwordMatches || !isOpen(account, browser, at)
    ? []
    : [wrongPassword(staffId, account, browser, at)];
};

/** Whether a right password confirms anything: not of a locked account, nor of who has left. */
export const isConfirmed = ({ data }: ConfirmPassword, state: Staff): boolean =>
  data.passwordMatches && isOpen(known(data.staffId, state), data.browser, data.at);

const isOpen = (account: Employed, browser: string | null, at: string): boolean =>
  account.status === 'employed' && !isLocked(account, browser, at);

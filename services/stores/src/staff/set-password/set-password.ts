import type { Decide } from '#libs/event-sourcing';
import type { StaffEvent } from '../staff.events.js';
import { employed, type Staff } from '../staff.js';

export class SetPassword {
  constructor(
    readonly data: {
      readonly staffId: string;
      readonly by: 'herself' | 'administrator';
      readonly setAt: string;
      /** Kept beside the log, hashed. */
      readonly password: string;
    },
  ) {}
}

/** A new password ends every session that began with the old one, and a lock-out. Who has left has none. */
export const setPassword: Decide<SetPassword, Staff, StaffEvent> = ({ data }, state) => {
  const { staffId, by, setAt: occurredAt } = data;
  const { epoch } = employed(staffId, state);
  return [{ type: 'PasswordSet', occurredAt, data: { staffId, by, epoch: epoch + 1 } }];
};

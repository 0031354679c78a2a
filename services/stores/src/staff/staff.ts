import type { Role } from '#libs/access';
import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { Post, StaffEvent } from './staff.events.js';

export interface Employed {
  readonly status: 'employed' | 'left';
  readonly post: Post;
  readonly role: Role;
  readonly storeIds: readonly string[];
  /** Grows when tokens given before must not be good any more. */
  readonly epoch: number;
  /** Wrong passwords in a row. */
  readonly failures: number;
  readonly lockedUntil: string | null;
}

export type Staff = { readonly status: 'unknown' } | Employed;

export const staff: Aggregate<Staff, StaffEvent> = {
  category: 'staff',
  initial: { status: 'unknown' },
  evolve: (before, { type, data }) => {
    const known = before as Employed;
    switch (type) {
      case 'StaffHired': {
        const { post, role, storeIds } = data;
        return { status: 'employed', post, role, storeIds, epoch: 0, failures: 0, lockedUntil: null };
      }
      case 'AccessChanged':
        return { ...known, role: data.role, storeIds: data.storeIds, epoch: data.epoch };
      case 'PasswordSet':
        return { ...known, epoch: data.epoch, failures: 0, lockedUntil: null };
      case 'SignedIn':
        return { ...known, failures: 0, lockedUntil: null };
      case 'SignInFailed':
        return { ...known, failures: data.failures, lockedUntil: data.lockedUntil };
      case 'SignedOutEverywhere':
        return { ...known, epoch: data.epoch };
      case 'EmploymentEnded':
        return { ...known, status: 'left', epoch: data.epoch };
    }
  },
};

export const unknownStaff = (staffId: string): Rejection =>
  new Rejection('unknown-staff', 'Nobody with this id works here.', { staffId }, 'not-found');

/** Refuses for whoever was never hired; who has left is still known. */
export const known = (staffId: string, state: Staff): Employed => {
  if (state.status === 'unknown') throw unknownStaff(staffId);
  return state;
};

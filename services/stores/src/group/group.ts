import type { Role } from '#libs/access';
import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { GroupEvent, GroupFormed, Place } from './group.events.js';

/** The days of somebody in a group. */
export interface Spell {
  readonly staffId: string;
  readonly as: Place;
  readonly from: string;
  /** Null while nobody has said when she leaves. */
  readonly until: string | null;
}

export type FormedGroup = GroupFormed['data'] & {
  readonly status: 'formed';
  readonly people: readonly Spell[];
};
export type Group = { readonly status: 'unformed' } | FormedGroup;

/** A department, or the group that looks after relations with clients. */
export const group: Aggregate<Group, GroupEvent> = {
  category: 'group',
  initial: { status: 'unformed' },
  evolve: (before, { type, data }) => {
    const people = before.status === 'formed' ? before.people : [];
    switch (type) {
      case 'GroupFormed':
        return { status: 'formed', ...data, people };
      case 'GroupJoined': {
        const { staffId, as, from } = data;
        return { ...(before as FormedGroup), people: [...people, { staffId, as, from, until: null }] };
      }
      case 'GroupLeft': {
        const last = people.findLastIndex(({ staffId }) => staffId === data.staffId);
        const ended = people.map((spell, at) => (at === last ? { ...spell, until: data.until } : spell));
        return { ...(before as FormedGroup), people: ended };
      }
    }
  },
  storeOf: (state) => (state.status === 'unformed' ? null : state.storeId),
};

/** An id that people would take for the same is the same. */
export const groupIdOf = (code: string): string => code.normalize('NFKC').toLowerCase();

/** Refuses for a group that was never formed. */
export const known = (groupId: string, state: Group): FormedGroup => {
  if (state.status === 'formed') return state;
  throw new Rejection('unknown-group', 'There is no group with this id.', { groupId }, 'not-found');
};

/** Her last spell in a group. */
export const lastSpell = ({ people }: FormedGroup, staffId: string): Spell | undefined =>
  people.findLast((spell) => spell.staffId === staffId);

/** Whether she is in a group on a day. */
export const isIn = ({ people }: FormedGroup, staffId: string, day: string): boolean =>
  people.some(
    (spell) => spell.staffId === staffId && spell.from <= day && (spell.until === null || day <= spell.until),
  );

/** A group of a store is its managers' to form and to fill; one of the chain or of a region is headquarters'. */
export const checkDecider = (
  role: Role,
  { groupId, storeId }: Pick<FormedGroup, 'groupId' | 'storeId'>,
): void => {
  if (storeId !== null || role === 'hq-admin') return;
  throw new Rejection(
    'group-of-the-chain',
    'Only headquarters decides about groups of the chain or a region; name a store of yours for one of your own.',
    { groupId },
  );
};

import type { Aggregate } from '#libs/event-sourcing';
import type { MemberLearned } from './known-member.events.js';

export interface KnownMember {
  /** Since when she is a member; null while that was not told. */
  readonly since: string | null;
}

export const knownMember: Aggregate<KnownMember, MemberLearned> = {
  category: 'known-member',
  initial: { since: null },
  evolve: (_before, { occurredAt: since }) => ({ since }),
};

/** Of a client and all who are read as her: the first who was enrolled. */
export const memberSince = (members: readonly KnownMember[]): { readonly since: string } | null => {
  const [since] = members.flatMap((member) => member.since ?? []).sort();
  return since === undefined ? null : { since };
};

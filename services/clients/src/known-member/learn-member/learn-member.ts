import type { Decide } from '#libs/event-sourcing';
import type { MemberLearned } from '../known-member.events.js';
import type { KnownMember } from '../known-member.js';

export class LearnMember {
  constructor(readonly data: MemberLearned['data'] & { readonly enrolledAt: string }) {}
}

/** She is enrolled once. */
export const learnMember: Decide<LearnMember, KnownMember, MemberLearned> = ({ data }, { since }) => {
  if (since !== null) return [];
  const { enrolledAt: occurredAt, ...learned } = data;
  return [{ type: 'MemberLearned', occurredAt, storeId: learned.storeId, data: learned }];
};

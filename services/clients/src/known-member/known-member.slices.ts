import { KnownMembersQuery } from './known-members.query.js';
import { LearnMemberHandler } from './learn-member/learn-member.handler.js';
import { LearnMemberOnMemberEnrolled } from './learn-member/on-member-enrolled.consumer.js';

export const knownMemberSlices = {
  controllers: [LearnMemberOnMemberEnrolled],
  providers: [LearnMemberHandler, KnownMembersQuery],
};

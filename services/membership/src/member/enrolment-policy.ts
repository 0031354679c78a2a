import type { EnrolmentReason, MemberEnrolled } from './member.events.js';
import type { Member } from './member.js';

/** Who becomes a member without being asked. */
export interface EnrolmentPolicy {
  readonly version: string;
  readonly enrols: 'every-registered-client';
}

/**
 * Every registered client is a member. Topics are not ordered among each other, so a visit or a reward may be heard
 * before the registration: then she is a member from there on.
 */
export const everyClient: EnrolmentPolicy = { version: 'enrolment@1', enrols: 'every-registered-client' };

/** The fact that makes a client a member; none when she is one. */
export const enrolled = (
  member: Member,
  { clientId, storeId, occurredAt }: { clientId: string; storeId: string; occurredAt: string },
  reason: EnrolmentReason,
): MemberEnrolled[] => {
  if (member.enrolled) return [];
  const policyVersion = reason === 'asked' ? null : everyClient.version;
  return [
    { type: 'MemberEnrolled', occurredAt, storeId, policyVersion, data: { clientId, storeId, reason } },
  ];
};

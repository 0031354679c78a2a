import type { Decide } from '#libs/event-sourcing';
import { enrolled } from '../enrolment-policy.js';
import type { Member } from '../member.js';
import type { MemberEvent } from '../member.events.js';

export class EnrolMember {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly reason: 'asked' | 'registered';
      readonly occurredAt: string;
    },
  ) {}
}

/** A client is enrolled once, by whoever is first. */
export const enrolMember: Decide<EnrolMember, Member, MemberEvent> = ({ data }, member) =>
  enrolled(member, data, data.reason);

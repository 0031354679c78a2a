import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { knownMember, memberSince } from './known-member.js';

@Injectable()
export class KnownMembersQuery {
  constructor(private readonly events: EventStore) {}

  /** Of a client, and of all who are read as her. */
  async of(clientIds: readonly string[]): Promise<{ readonly since: string } | null> {
    const members = await this.events.seeMany(knownMember, clientIds);
    return memberSince(members.map(({ state }) => state));
  }
}

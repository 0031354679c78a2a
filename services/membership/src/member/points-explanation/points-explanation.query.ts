import { Injectable } from '@nestjs/common';
import { EventStore, streamOf, upcast } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import type { Page } from '#libs/http';
import type { MemberEvent } from '../member.events.js';
import { member, notAMember } from '../member.js';
import { spanOf, type Asked } from './explanation-span.js';
import { entriesOf, type PointsEntry } from './points-explanation.js';

export interface PointsExplanation extends Page<PointsEntry> {
  clientId: string;
  /** What the entries of all pages add up to. */
  balance: number;
  version: number;
}

@Injectable()
export class PointsExplanationQuery {
  constructor(private readonly events: EventStore) {}

  /** Reads the member's facts themselves, as they are now. Refuses with `not-a-member`. */
  async explain(clientId: string, asked: Asked): Promise<PointsExplanation> {
    const { state, version } = await this.events.see(member, clientId);
    if (!state.enrolled) throw notAMember(clientId);
    const { after, count, nextCursor } = spanOf(asked, version);
    const facts = await this.events.readStream(streamOf(member, clientId), after, count);
    const entries = facts.map((fact) => entriesOf(upcast(member, fact as Recorded<MemberEvent>)));
    if (asked.order === 'newest') entries.reverse();
    return { clientId, balance: state.balance, version, items: entries.flat(), nextCursor };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { principal } from '#libs/access';
import { EventStore } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, Views } from '#libs/service';
import { staff } from '../../staff/staff.js';
import { IDLE_HOURS } from '../session-policy.js';
import type { OpenSessionRow } from './open-session.projection.js';

export interface MySessionItem extends Pick<
  OpenSessionRow,
  'sessionId' | 'startedAt' | 'lastUsedAt' | 'endsAt' | 'from'
> {
  readonly isThisOne: boolean;
}

/** More than anybody looks through; the newest of them. */
const MOST = 100;

@Injectable()
export class MySessionsQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventStore,
    private readonly views: Views,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of the asker that still go on, the newest first. */
  async list(minPosition: number | undefined): Promise<MySessionItem[]> {
    const { subject, session } = principal()!;
    await this.views.reached('open_session', minPosition);
    const { state } = await this.events.load(staff, subject);
    const epoch = state.status === 'employed' ? state.epoch : null;
    const rows = await this.dataSource.query<Omit<MySessionItem, 'isThisOne'>[]>(
      `select "sessionId", "startedAt", "lastUsedAt", "endsAt", "from" from open_session
        where "staffId" = $1 and epoch = $2 and "endsAt" > $3
          and "lastUsedAt" > $3::timestamptz - interval '${IDLE_HOURS} hours'
        order by "startedAt" desc, "sessionId" desc limit ${MOST}`,
      [subject, epoch, this.clock.now()],
    );
    return rows.map((row) => ({ ...row, isThisOne: row.sessionId === session }));
  }
}

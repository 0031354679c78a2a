import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { AFTER_EVERYTHING, page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import { incident, knownIncident, type KnownIncident } from '../incident.js';
import type { IncidentRow } from './incident-list.projection.js';

@Injectable()
export class IncidentListQuery {
  constructor(
    private readonly events: EventStore,
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** What was found last comes first. */
  async list(
    closed: boolean | undefined,
    cursor = AFTER_EVERYTHING,
    limit = 100,
    minPosition?: number,
  ): Promise<Page<KnownIncident>> {
    await this.views.reached('incident_list', minPosition);
    const [before, beforeId = ''] = cursor.split(' ');
    const rows = await this.reads.query<IncidentRow>(
      `select * from incident_list
        where ("foundAt", "incidentId") < ($1, $2) and ($3::boolean is null or closed = $3)
        order by "foundAt" desc, "incidentId" desc limit $4`,
      [before, beforeId, closed, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ foundAt, incidentId }) => `${foundAt} ${incidentId}`);
    const known = items.map(async ({ incidentId }) =>
      knownIncident(incidentId, (await this.events.load(incident, incidentId)).state),
    );
    return { items: await Promise.all(known), nextCursor };
  }
}

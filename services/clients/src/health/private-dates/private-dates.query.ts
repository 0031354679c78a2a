import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import { client } from '../../client/client.js';
import { isHidden } from '../../client/hidden-client.js';
import { Readings } from '../../reading/readings.process.js';
import { HealthAccessQuery } from '../health-access.query.js';
import { HealthNotesQuery } from '../health-notes.query.js';
import type { NotedHealthRow } from './noted-health.projection.js';
import { privateDatesOf, type PrivateDate } from './private-dates.js';

export type PrivateDateOfHers = PrivateDate & { readonly clientId: string };

@Injectable()
export class PrivateDatesQuery {
  constructor(
    private readonly events: EventStore,
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly access: HealthAccessQuery,
    private readonly notes: HealthNotesQuery,
    private readonly readings: Readings,
  ) {}

  /** Of the next `limit` clients of whom anything is noted: a page may be empty, and only the last has no cursor. */
  async list(
    { from, to }: { readonly from: string; readonly to: string },
    cursor = '',
    limit = 100,
    minPosition?: number,
  ): Promise<Page<PrivateDateOfHers>> {
    await this.views.reached('noted_health', minPosition);
    const rows = await this.reads.query<NotedHealthRow>(
      'select * from noted_health where "clientId" > $1 order by "clientId" limit $2',
      [cursor, limit + 1],
    );
    const { items: clients, nextCursor } = page(rows, limit, ({ clientId }) => clientId);
    const dates = await Promise.all(clients.map(({ clientId }) => this.of(clientId, from, to)));
    const items = dates.flat();
    const clientIds = [...new Set(items.map(({ clientId }) => clientId))];
    await this.readings.note({ clientIds, what: 'health-notes', purpose: 'care' });
    return { items, nextCursor };
  }

  /** Nothing without her consent, nor while what is known of her is kept and not used. */
  private async of(clientId: string, from: string, to: string): Promise<PrivateDateOfHers[]> {
    const { state } = await this.events.load(client, clientId);
    if (state.status === 'unknown' || isHidden(state)) return [];
    if (!(await this.access.consents(clientId, 'health'))) return [];
    const dates = privateDatesOf(await this.notes.of(clientId), from, to);
    return dates.map((date) => ({ clientId, ...date }));
  }
}

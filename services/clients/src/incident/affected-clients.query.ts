import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { AFTER_EVERYTHING, page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { Readable } from '../reading/reading.events.js';
import type { Scope } from './incident.events.js';

export interface AffectedClient {
  readonly clientId: string;
  readonly readings: number;
  /** Null of who was named and not read. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly what: readonly Readable[];
}

const READ = `"account_reading" where account = any($1::text[]) and "readAt" >= $2 and "readAt" <= coalesce($3, '${AFTER_EVERYTHING}')`;

const AFFECTED = `with read as (
    select "clientId", count(*)::int as readings, min("readAt") as "firstAt", max("readAt") as "lastAt",
           json_agg(distinct what) as what
      from ${READ} and "clientId" > $5 group by "clientId" order by "clientId" limit $6
  ), named as (
    select "clientId" from unnest($4::text[]) as one("clientId") where "clientId" > $5
     order by "clientId" limit $6
  ) select "clientId", coalesce(readings, 0) as readings, "firstAt", "lastAt", coalesce(what, '[]') as what
      from read full join named using ("clientId") order by "clientId" limit $6`;

const COUNT = `select count(*)::int as clients from (
    select "clientId" from ${READ} union select unnest($4::text[])
  ) as affected`;

/** Whose data an incident touched, by who was read in that time: grouped by the database, page by page. */
@Injectable()
export class AffectedClientsQuery {
  constructor(
    private readonly events: EventStore,
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** In the order of ids, so that nobody is left out whatever is read meanwhile. */
  async list(scope: Scope, cursor = '', limit = 100): Promise<Page<AffectedClient>> {
    if (!(await this.allRead()))
      throw new ServiceUnavailableException('Whom it affects is still being gathered. Ask again.');
    const rows = await this.reads.query<AffectedClient>(AFFECTED, [...valuesOf(scope), cursor, limit + 1]);
    return page(rows, limit, ({ clientId }) => clientId);
  }

  /** Null while that is being gathered: a number that is too small would be told to the authority. */
  async count(scope: Scope): Promise<number | null> {
    if (!(await this.allRead())) return null;
    const [counted] = await this.reads.query<{ clients: number }>(COUNT, valuesOf(scope));
    return counted!.clients;
  }

  /** Whether nobody who was read by now is missing. */
  private async allRead(): Promise<boolean> {
    return this.views.reached('account_reading', await this.events.head());
  }
}

const valuesOf = ({ accountIds, beganAt, endedAt, clientIds }: Scope): unknown[] => [
  accountIds,
  beganAt,
  endedAt,
  clientIds,
];

import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import { EventStore } from '#libs/event-store';
import { Views } from '#libs/service';
import { ClientLinksQuery } from '../client-link/client-links.query.js';
import { KnownAppointmentsQuery } from '../known-appointment/known-appointments.query.js';
import { KnownComplaintsQuery } from '../known-complaint/known-complaints.query.js';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { dueOn, earliestDue, settledOn, type Due, type Kept } from './retention.js';

export interface DueClient extends Pick<Kept, 'status' | 'lastOn'> {
  readonly clientId: string;
  readonly storeId: string;
  readonly due: Due;
  readonly policyVersion: string;
}

interface InForce {
  readonly version: string;
  readonly rules: PolicyOf<'retention'>['purposes'];
}

type Row = Omit<Kept, 'unsettled'> & {
  readonly clientId: string;
  readonly storeId: string;
  readonly restricted: boolean;
};
type Days = Pick<Kept, 'lastOn' | 'learnedOn'>;

const LAST_ON = `greatest(left(one.since, 10), (select max("happenedOn") from client_visit as visit
                                                  where visit."clientId" = one."clientId"))`;

/** What it reads that follows the log. */
const VIEWS = ['client_of_store', 'client_visit'] as const;

const LEARNED_ON = 'left(one."learnedAt", 10)';

/** Of whom something is due: nobody, while headquarters publishes no policy `retention`. */
@Injectable()
export class DueQuery {
  constructor(
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
    private readonly views: Views,
    private readonly policies: KnownPoliciesQuery,
    private readonly links: ClientLinksQuery,
    private readonly complaints: KnownComplaintsQuery,
    private readonly appointments: KnownAppointmentsQuery,
  ) {}

  /** On a day, by id after one; what was done already is not due. A page can have fewer, and the next one more. */
  async page(day: string, after: string, limit: number): Promise<{ due: DueClient[]; last: string | null }> {
    await this.upToNow();
    const inForceIn = await this.inForceOn(day);
    const cutoffs = [...inForceIn].flatMap(([storeId, { rules }]) => {
      const cutoff = earliestDue(rules, day);
      return cutoff === undefined ? [] : [{ storeId, cutoff }];
    });
    const rows = await this.dataSource.query<Row[]>(
      `select one."clientId", one."storeId", status, restricted, ${LAST_ON} as "lastOn", ${LEARNED_ON} as "learnedOn"
         from client_of_store as one
         join unnest($1::text[], $2::text[]) as store("storeId", cutoff) on store."storeId" = one."storeId"
        where one."clientId" > $3 and ${LEARNED_ON} <= $5
          and left(one.since, 10) <= cutoff and ${LAST_ON} <= cutoff
        order by one."clientId" limit $4`,
      [
        ...[cutoffs.map(({ storeId }) => storeId), cutoffs.map(({ cutoff }) => cutoff)],
        ...[after, limit, settledOn(day)],
      ],
    );
    const due = await Promise.all(rows.map((row) => this.dueOf(row, inForceIn.get(row.storeId)!, day)));
    return { due: due.flat(), last: rows.length === limit ? rows.at(-1)!.clientId : null };
  }

  /** Who came a moment ago must not look as if she had not. */
  private async upToNow(): Promise<void> {
    const head = await this.events.head();
    const reached = await Promise.all(VIEWS.map((view) => this.views.reached(view, head)));
    if (reached.includes(false))
      throw new ServiceUnavailableException('Who came last is still being gathered. Ask again.');
  }

  private async dueOf(row: Row, { rules, version }: InForce, day: string): Promise<DueClient[]> {
    const { clientId, storeId, status, restricted } = row;
    const isNews = (due: Due | undefined): due is Due =>
      due !== undefined && !(due === 'restrict' && restricted);
    if (!isNews(dueOn(rules, { ...row, unsettled: false }, day))) return []; // of all who are read as her, it is later still
    const ids = await this.links.personOf(clientId);
    const { lastOn, learnedOn } = ids.length === 1 ? row : ((await this.daysOf(ids)) ?? row);
    const unsettled =
      (await this.complaints.openOf(ids)) !== null || (await this.appointments.nextOf(ids)) !== null;
    const due = dueOn(rules, { status, lastOn, learnedOn, unsettled }, day);
    return isNews(due) ? [{ clientId, storeId, status, lastOn, due, policyVersion: version }] : [];
  }

  /** Whoever is read as the same person came for her too. */
  private async daysOf(clientIds: readonly string[]): Promise<Days | undefined> {
    const [days] = await this.dataSource.query<Days[]>(
      `select max(${LAST_ON}) as "lastOn", max(${LEARNED_ON}) as "learnedOn"
         from client_of_store as one where "clientId" = any($1) having count(*) > 0`,
      [clientIds],
    );
    return days;
  }

  private async inForceOn(day: string): Promise<Map<string, InForce>> {
    const policies = await this.policies.of('retention');
    const stores = await this.dataSource.query<{ storeId: string }[]>(
      'select distinct "storeId" from client_of_store',
    );
    return new Map(
      stores.flatMap(({ storeId }) => {
        const entry = inForce(policies, storeId, day);
        if (entry === undefined || entry.value === null) return [];
        return [[storeId, { version: `retention@${entry.version}`, rules: entry.value.purposes }]];
      }),
    );
  }
}

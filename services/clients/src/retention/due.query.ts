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
import { dueOfAll, dueOn, earliestDue, settledOn, type Due, type Kept } from './retention.js';

export interface DueClient extends Pick<Kept, 'status' | 'lastOn'> {
  readonly clientId: string;
  readonly storeId: string;
  readonly due: Due;
  readonly policyVersion: string;
  /** All that are one person with hers, hers among them, without those that are erased. */
  readonly files: readonly Pick<Row, 'clientId' | 'storeId'>[];
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

const LAST_ON = `greatest(left(one.since, 10), (select max("happenedOn") from client_visit as visit
                                                  where visit."clientId" = one."clientId"))`;

/** What it reads that follows the log. */
const VIEWS = ['client_of_store', 'client_visit'] as const;

const LEARNED_ON = 'left(one."learnedAt", 10)';

const ROWS = `select one."clientId", one."storeId", status, restricted, ${LAST_ON} as "lastOn", ${LEARNED_ON} as "learnedOn"
                from client_of_store as one`;

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
      `${ROWS}
         join unnest($1::text[], $2::text[]) as store("storeId", cutoff) on store."storeId" = one."storeId"
        where one."clientId" > $3 and ${LEARNED_ON} <= $5
          and left(one.since, 10) <= cutoff and ${LAST_ON} <= cutoff
        order by one."clientId" limit $4`,
      [
        ...[cutoffs.map(({ storeId }) => storeId), cutoffs.map(({ cutoff }) => cutoff)],
        ...[after, limit, settledOn(day)],
      ],
    );
    const due = await Promise.all(rows.map((row) => this.dueOf(row, inForceIn, day)));
    return { due: due.flat(), last: rows.length === limit ? rows.at(-1)!.clientId : null };
  }

  /** What is due of one of those by now: something has happened since the page was made, for what is done cannot be undone. */
  async still({ clientId }: DueClient, day: string): Promise<DueClient | undefined> {
    await this.upToNow();
    const [row] = await this.filesOf([clientId]);
    return row && (await this.dueOf(row, await this.inForceOn(day), day))[0];
  }

  /** Who came a moment ago must not look as if she had not. */
  private async upToNow(): Promise<void> {
    const head = await this.events.head();
    const reached = await Promise.all(VIEWS.map((view) => this.views.reached(view, head)));
    if (reached.includes(false))
      throw new ServiceUnavailableException('Who came last is still being gathered. Ask again.');
  }

  private async dueOf(row: Row, inForceIn: ReadonlyMap<string, InForce>, day: string): Promise<DueClient[]> {
    const { clientId, storeId, status, restricted } = row;
    const isNews = (due: Due | undefined): due is Due =>
      due !== undefined && !(due === 'restrict' && restricted);
    const of = (one: Row, kept: Kept) => dueOn(inForceIn.get(one.storeId)?.rules ?? [], kept, day);
    if (!isNews(of(row, { ...row, unsettled: false }))) return []; // of all who are read as her, it is later still
    const personIds = await this.links.personOf(clientId);
    const rows = personIds.length === 1 ? [row] : await this.filesOf(personIds);
    if (rows.length === 0) return []; // erased meanwhile
    const unsettled =
      (await this.complaints.openOf(personIds)) !== null ||
      (await this.appointments.nextOf(personIds)) !== null;
    const days = { lastOn: latest(rows, 'lastOn'), learnedOn: latest(rows, 'learnedOn') };
    const due = dueOfAll(rows.map((one) => of(one, { status: one.status, ...days, unsettled })));
    if (!isNews(due)) return [];
    const { version: policyVersion } = inForceIn.get(storeId)!;
    const files = rows.map((one) => ({ clientId: one.clientId, storeId: one.storeId }));
    return [{ clientId, storeId, status, lastOn: days.lastOn, due, policyVersion, files }];
  }

  private filesOf(clientIds: readonly string[]): Promise<Row[]> {
    return this.dataSource.query<Row[]>(`${ROWS} where "clientId" = any($1)`, [clientIds]);
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

/** Whoever is read as the same person came for her too. */
const latest = (files: readonly Row[], which: 'lastOn' | 'learnedOn'): string =>
  files
    .map((file) => file[which])
    .sort()
    .at(-1)!;

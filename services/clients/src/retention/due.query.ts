import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, dayOf } from '#libs/calendar';
import { EventStore } from '#libs/event-store';
import { Views } from '#libs/service';
import { ClientLinksQuery } from '../client-link/client-links.query.js';
import { KnownAppointmentsQuery } from '../known-appointment/known-appointments.query.js';
import { KnownComplaintsQuery } from '../known-complaint/known-complaints.query.js';
import { dueOfAll, dueOn, earliestDue, settledOn, type DayIn, type Due, type Kept } from './retention.js';
import { StoreDaysQuery, type StoreDays } from './store-days.query.js';

export interface DueClient extends Pick<Kept, 'status' | 'lastOn'> {
  readonly clientId: string;
  readonly storeId: string;
  readonly due: Due;
  readonly policyVersion: string;
  /** All that are one person with hers, hers among them, without those that are erased. */
  readonly files: readonly Pick<Row, 'clientId' | 'storeId'>[];
}

interface Row {
  readonly clientId: string;
  readonly storeId: string;
  readonly status: Kept['status'];
  readonly restricted: boolean;
  readonly since: string;
  readonly learnedAt: string;
  /** The day at the store. */
  readonly lastVisitOn: string | null;
}

/** What it reads that follows the log. */
const VIEWS = ['client_of_store', 'client_visit'] as const;

const ROWS = `select one."clientId", one."storeId", status, restricted, since, "learnedAt", "lastVisitOn"
                from client_of_store as one
               cross join lateral (select max("happenedOn") as "lastVisitOn" from client_visit as visit
                                    where visit."clientId" = one."clientId") as visit`;

/** By how much a day in UTC can be after that at a store. */
const AHEAD_DAYS = 1;

/** Of whom something is due: nobody, while headquarters publishes no policy `retention`. */
@Injectable()
export class DueQuery {
  constructor(
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
    private readonly views: Views,
    private readonly stores: StoreDaysQuery,
    private readonly links: ClientLinksQuery,
    private readonly complaints: KnownComplaintsQuery,
    private readonly appointments: KnownAppointmentsQuery,
  ) {}

  /** On a day of each store, by id after one; what was done already is not due. A page can have fewer, and the next one more. */
  async page(dayIn: DayIn, after: string, limit: number): Promise<{ due: DueClient[]; last: string | null }> {
    await this.upToNow();
    const stores = await this.stores.on(dayIn);
    // Sought by days in UTC, wide enough; whether something is due, days at her store say.
    const latestOf = [...stores].flatMap(([storeId, { rules, day }]) => {
      const came = earliestDue(rules, day);
      return came === undefined ? [] : [{ storeId, came, learned: settledOn(day) }];
    });
    const rows = await this.dataSource.query<Row[]>(
      `${ROWS}
         join unnest($1::text[], $2::text[], $3::text[]) as store("storeId", came, learned)
           on store."storeId" = one."storeId"
        where one."clientId" > $4 and left("learnedAt", 10) <= learned and left(since, 10) <= came
          and ("lastVisitOn" is null or "lastVisitOn" <= came)
        order by one."clientId" limit $5`,
      [
        latestOf.map(({ storeId }) => storeId),
        latestOf.map(({ came }) => addDays(came, AHEAD_DAYS)),
        latestOf.map(({ learned }) => addDays(learned, AHEAD_DAYS)),
        ...[after, limit],
      ],
    );
    const due = await Promise.all(rows.map((row) => this.dueOf(row, stores)));
    return { due: due.flat(), last: rows.length === limit ? rows.at(-1)!.clientId : null };
  }

  /** What is due of one of those by now: something has happened since the page was made, for what is done cannot be undone. */
  async still({ clientId }: DueClient, dayIn: DayIn): Promise<DueClient | undefined> {
    await this.upToNow();
    const [row] = await this.filesOf([clientId]);
    return row && (await this.dueOf(row, await this.stores.on(dayIn)))[0];
  }

  /** Who came a moment ago must not look as if she had not. */
  private async upToNow(): Promise<void> {
    const head = await this.events.head();
    if (!(await this.views.reached(VIEWS, head)))
      throw new ServiceUnavailableException('Who came last is still being gathered. Ask again.');
  }

  private async dueOf(row: Row, stores: StoreDays): Promise<DueClient[]> {
    const { clientId, storeId, status, restricted } = row;
    const isNews = (due: Due | undefined): due is Due =>
      due !== undefined && !(due === 'restrict' && restricted);
    const of = (one: Row, kept: Days & Pick<Kept, 'unsettled'>): Due | undefined => {
      const there = stores.get(one.storeId); // unknown where somebody has come to since
      return there && dueOn(there.rules, { status: one.status, ...kept }, there.day);
    };
    if (!isNews(of(row, { ...daysOf(row, stores), unsettled: false }))) return []; // of all who are read as her, it is later still
    const personIds = await this.links.personOf(clientId);
    const rows = personIds.length === 1 ? [row] : await this.filesOf(personIds);
    if (rows.length === 0) return []; // erased meanwhile
    const unsettled =
      (await this.complaints.openOf(personIds)) !== null ||
      (await this.appointments.nextOf(personIds)) !== null;
    const ofEach = rows.map((one) => daysOf(one, stores));
    const days = { lastOn: latest(ofEach, 'lastOn'), learnedOn: latest(ofEach, 'learnedOn') };
    const due = dueOfAll(rows.map((one) => of(one, { ...days, unsettled })));
    if (!isNews(due)) return [];
    const policyVersion = stores.get(storeId)!.version!;
    const files = rows.map((one) => ({ clientId: one.clientId, storeId: one.storeId }));
    return [{ clientId, storeId, status, lastOn: days.lastOn, due, policyVersion, files }];
  }

  private filesOf(clientIds: readonly string[]): Promise<Row[]> {
    return this.dataSource.query<Row[]>(`${ROWS} where "clientId" = any($1)`, [clientIds]);
  }
}

type Days = Pick<Kept, 'lastOn' | 'learnedOn'>;

const daysOf = ({ storeId, since, learnedAt, lastVisitOn }: Row, stores: StoreDays): Days => {
  const timeZone = stores.get(storeId)?.timeZone ?? 'UTC';
  const becameOn = dayOf(since, timeZone);
  const lastOn = lastVisitOn !== null && lastVisitOn > becameOn ? lastVisitOn : becameOn;
  return { lastOn, learnedOn: dayOf(learnedAt, timeZone) };
};

/** Whoever is read as the same person came for her too. */
const latest = (files: readonly Days[], which: keyof Days): string =>
  files
    .map((file) => file[which])
    .sort()
    .at(-1)!;

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '#libs/event-sourcing';
import { commandContext, EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { CLOCK, Views } from '#libs/service';
import { document, documentId } from '../../document/document.js';
import { groupIdOf } from '../../group/group.js';
import { publishedVersion } from '../signature.js';

export interface ListedSignature {
  readonly staffId: string;
  readonly post: string;
  /** Groups through which she gets it. */
  readonly groups: readonly string[];
  /** Null while she has not said that she has it. */
  readonly receivedAt: string | null;
  /** Null while she has not signed. */
  readonly signedAt: string | null;
  /** The last day on which she signs in time; null when it names no time to sign in. */
  readonly dueOn: string | null;
  readonly overdue: boolean;
}

interface Asked {
  readonly code: string;
  readonly version: number;
  readonly storeId?: string | undefined;
  readonly signed?: string | undefined;
  readonly overdue?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly minPosition?: number | undefined;
}

/** Whom a version is for, as its content says it. */
interface Addressed {
  readonly posts?: readonly string[];
  readonly distribution?: readonly { readonly groupId: string; readonly headsOnly?: boolean }[];
  readonly signWithinDays?: number;
}

@Injectable()
export class SignatureListQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: Views,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of the asker's stores who are to sign a version: of its posts, in its groups, or all of them when it names neither. */
  async list(asked: Asked): Promise<Page<ListedSignature>> {
    const { code, version, storeId = null, signed, overdue, cursor = '', limit = 100, minPosition } = asked;
    const views = ['signature', 'staff_list', 'at_work', 'group_list', 'store_list'];
    await this.views.reached(views, minPosition);
    const standard = documentId('standard', code, storeId);
    const found = publishedVersion((await this.events.see(document, standard)).state, {
      ...{ code, version, storeId },
    });
    const { posts = [], distribution = [], signWithinDays } = found.content as Addressed;
    const everybody = distribution.filter(({ headsOnly }) => headsOnly !== true);
    const { stores } = commandContext();
    const rows = await this.dataSource.query<ListedSignature[]>(RECIPIENTS, [
      `${standard}#${version}/`,
      this.clock.now(),
      posts.length === 0 && distribution.length === 0 ? null : posts,
      everybody.map(({ groupId }) => groupIdOf(groupId)),
      distribution.map(({ groupId }) => groupIdOf(groupId)),
      stores ?? null,
      storeId,
      found.effectiveFrom,
      signWithinDays ?? null,
      signed ?? null,
      overdue ?? null,
      cursor,
      limit + 1,
      found.publishedAt,
    ]);
    return page(rows, limit, ({ staffId }) => staffId);
  }
}

/**
 * Days are those of the store whose own it is, else of the first that she works in; by UTC for who works in none. They are
 * compared as text, for the first post is held from the beginning of time, which PostgreSQL has no date for.
 */
const RECIPIENTS = `
with employed as (
  select s."staffId", s."storeIds", to_char(s.since at time zone zone, 'YYYY-MM-DD') as since,
         to_char($2::timestamptz at time zone zone, 'YYYY-MM-DD') as today,
         to_char($14::timestamptz at time zone zone, 'YYYY-MM-DD') as "publishedOn"
    from staff_list s
    left join store_list place on place."storeId" = coalesce($7, s."storeIds"->>0)
    cross join lateral (select coalesce(opening->>'timeZone', 'UTC') as zone) clock
   where s.status = 'employed' and s."staffId" > $12 and ($6::text[] is null or s."storeIds" ?| $6)
), by_group as (
  select employed."staffId", jsonb_agg(distinct "groupId") as groups, min(spell."from") as "from"
    from group_list cross join jsonb_to_recordset(people) as spell("staffId" text, "as" text, "from" text, until text)
    join employed using ("staffId")
   where spell."from" <= today and (spell.until is null or today <= spell.until)
     and ("groupId" = any($4::text[]) or ("groupId" = any($5::text[]) and spell."as" = 'head'))
   group by employed."staffId"
), working as (
  select employed.*, held.post, held."from"
    from employed join at_work w using ("staffId")
    cross join lateral (
      select one->>'post' as post, one->>'effectiveFrom' as "from"
        from jsonb_array_elements(w.work->'posts') with ordinality as posts(one, at)
       where one->>'effectiveFrom' <= today order by one->>'effectiveFrom' desc, at desc limit 1) held
), recipient as (
  select working."staffId", today, post, coalesce(groups, '[]') as groups, "receivedAt", "signedAt",
         (greatest($8::text, "publishedOn", since, case when by_post then working."from" else by_group."from" end)::date + $9::int)::text as "dueOn"
    from working left join by_group using ("staffId")
    cross join lateral (select $3::text[] is null or post = any($3) as by_post) asked
    left join signature on "signatureId" = $1 || working."staffId"
    where (by_post and ($7::text is null or "storeIds" ? $7)) or groups is not null
)
select "staffId", post, groups, "receivedAt", "signedAt", "dueOn",
       "signedAt" is null and coalesce("dueOn" < today, false) as overdue
  from recipient
 where ($10::boolean is null or ("signedAt" is not null) = $10)
   and ($11::boolean is null or ("signedAt" is null and coalesce("dueOn" < today, false)) = $11)
 order by "staffId" limit $13`;

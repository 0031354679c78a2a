import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import { WITH_SURVIVORS } from '../../client-link/survivors.js';

export const REASONS = ['email', 'name-and-birthday', 'name-and-phone-end'] as const;

export interface SuspectedGroup {
  readonly groupId: string;
  readonly because: (typeof REASONS)[number][];
  readonly size: number;
  /** The first of them. */
  readonly clientIds: readonly string[];
}

export interface Asked {
  readonly storeId?: string | undefined;
  readonly cursor: string;
  readonly limit: number;
  readonly minPosition?: number | undefined;
}

const VIEWS = ['client_mark', 'client_of_store', 'merged_client', 'distinct_pair'];
const SHOWN = 50;

/** Who was merged counts as the one she is read as; who was said to be none of the others is left out. */
const GROUPS = `${WITH_SURVIVORS}, marked as (
    select coalesce("survivorId", mark."clientId") as id, "storeId", email, name, birthday, "phoneEnd"
      from client_mark as mark left join survivor using ("clientId")
     where not exists
       (select from client_of_store as one where one."clientId" = mark."clientId" and restricted)
  ), shared as (
    select id, "storeId", 'email' as because, email as mark, 0::bigint as with_mark
      from marked where email is not null
    union all
    select id, "storeId", 'name-and-birthday', name, birthday
      from marked where name is not null and birthday is not null
    union all
    select id, "storeId", 'name-and-phone-end', name, "phoneEnd"
      from marked where name is not null and "phoneEnd" is not null
  ), alike as (
    select because, mark, with_mark from shared group by because, mark, with_mark
    having min(id) <> max(id) and ($1::text is null or bool_or("storeId" = $1))
  ), member as (
    select distinct because, mark, with_mark, id from shared join alike using (because, mark, with_mark)
  ), pair as (
    select coalesce(one."survivorId", "oneId") as id, coalesce(other."survivorId", "otherId") as other_id
      from distinct_pair
      left join survivor as one on one."clientId" = "oneId"
      left join survivor as other on other."clientId" = "otherId"
  ), told as (
    select id, other_id from pair union select other_id, id from pair
  ), suspected as (
    select because, array_agg(id order by id) as ids from member
     where exists
       (select from member as other
         where (other.because, other.mark, other.with_mark) = (member.because, member.mark, member.with_mark)
           and other.id <> member.id
           and (member.id, other.id) not in (select id, other_id from told))
     group by because, mark, with_mark
  ), suspicion as (
    select md5(ids::text) as "groupId", array_agg(distinct because) as because, cardinality(ids) as size,
           ids[1:${SHOWN}] as "clientIds", ids[1] || ' ' || md5(ids::text) as place
      from suspected group by ids
  )
  select * from suspicion where place > $2 order by place limit $3`;

@Injectable()
export class SuspectedDuplicatesQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Of clients of stores that whoever asks may see; of one store: groups in which somebody is of it. */
  async list({ storeId, cursor, limit, minPosition }: Asked): Promise<Page<SuspectedGroup>> {
    await this.views.reached(VIEWS, minPosition);
    const rows = await this.reads.query<SuspectedGroup & { place: string }>(GROUPS, [
      storeId ?? null,
      cursor,
      limit + 1,
    ]);
    const { items, nextCursor } = page(rows, limit, ({ place }) => place);
    return { items: items.map(({ place: _, ...group }) => group), nextCursor };
  }
}

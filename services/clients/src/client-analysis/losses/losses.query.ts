import { Injectable } from '@nestjs/common';
import { ScopedReads, Views } from '#libs/service';
import { WITH_SURVIVORS } from '../../client-link/survivors.js';
import type { MonthOfStore } from './losses.js';

/** Who was merged counts as the one she is read as, once. */
const MONTHS = `${WITH_SURVIVORS}, told as (
    select coalesce("survivorId", row."clientId") as "clientId", row."storeId", one.*,
           left("leftOn", 7) as "leftIn", left("wonBackOn", 7) as "backIn"
      from loss as row left join survivor on survivor."clientId" = row."clientId"
     cross join json_to_recordset(losses) as one("leftOn" text, reason text, status text, "wonBackOn" text)
     where $3::text is null or row."storeId" = $3
  ), reason as (
    select "leftIn" as month, "storeId", reason, count(distinct "clientId") as clients
      from told where status = 'client' group by 1, 2, 3
  ), reasons as (
    select month, "storeId", json_object_agg(reason, clients order by reason) as reasons from reason group by 1, 2
  ), gone as (
    select "leftIn" as month, "storeId",
           count(distinct "clientId") filter (where status = 'client') as "left",
           count(distinct "clientId") filter (where status = 'client' and "wonBackOn" is not null) as "wonBackSince",
           count(distinct "clientId") filter (where status = 'lead') as "leadsLost"
      from told group by 1, 2
  ), back as (
    select "backIn" as month, "storeId", count(distinct "clientId") as "wonBack"
      from told where status = 'client' and "backIn" is not null group by 1, 2
  )
  select month, "storeId", coalesce("left", 0) as "left", coalesce(reasons, '{}') as reasons,
         coalesce("wonBackSince", 0) as "wonBackSince", coalesce("wonBack", 0) as "wonBack",
         coalesce("leadsLost", 0) as "leadsLost"
    from gone full join back using (month, "storeId") left join reasons using (month, "storeId")
   where month between $1 and $2 order by month, "storeId"`;

@Injectable()
export class LossesQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Of stores that whoever asks may see; months in which nobody left or came back are not in it. */
  async of(
    from: string,
    to: string,
    storeId: string | undefined,
    minPosition: number | undefined,
  ): Promise<MonthOfStore[]> {
    await this.views.reached(['loss', 'merged_client'], minPosition);
    return this.reads.query<MonthOfStore>(MONTHS, [from, to, storeId ?? null]);
  }
}

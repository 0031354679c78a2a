import type { Service } from '../services.js';

/** One figure of a store in a month, `yyyy-mm`; for clients, who are counted once, over all months. */
export interface Figure {
  readonly metric: string;
  readonly storeId: string;
  readonly month: string;
  readonly sum: number;
}

/**
 * Every figure of the report, counted straight from the logs up to position $1: lines rather than the sums stated over
 * them, so that this is another way and not the same one again.
 */
export const COUNTED: Readonly<Partial<Record<Service, string>>> = {
  visits: `
    with bill as materialized (
      select type = 'VisitCompleted' as sold, coalesce(data->>'storeId', data->'visit'->>'storeId') as store,
             left(coalesce(data->>'completedOn', data->>'returnedOn'), 7) as month, data->>'clientId' as client,
             lines, amount
        from event,
             lateral (select count(*) as lines,
                             sum(coalesce(line->>'paidMinor', line->>'returnedMinor')::bigint) as amount
                        from json_array_elements(data->'lines') as line) as summed
       where position <= $1 and type in ('VisitCompleted', 'GoodsReturned', 'UnmatchedReturnRecorded')
    )
    select case when sold then 'gross' else 'returns' end as metric, store as "storeId", month,
           sum(amount)::bigint as sum from bill group by sold, store, month
    union all
    select case when sold then 'sale-lines' else 'return-lines' end, store, month, sum(lines)::bigint
      from bill group by sold, store, month
    union all
    select 'visits', store, month, count(*) from bill where sold group by store, month
    union all
    select 'clients', store, 'all', count(distinct client) from bill where sold and client is not null group by store`,
  membership: `
    select 'points-issued' as metric, data->>'storeId' as "storeId",
           left(coalesce(data->>'earnedOn', data->>'reversedOn'), 7) as month,
           sum(case type when 'PointsEarned' then 1 else -1 end * (data->>'points')::bigint)::bigint as sum
      from event where position <= $1 and type in ('PointsEarned', 'PointsReversed') group by 2, 3`,
  referrals: `
    select 'referrals-rewarded' as metric, data->>'storeId' as "storeId",
           left(coalesce(data->>'rewardedOn', data->>'reversedOn'), 7) as month,
           sum(case type when 'ReferralRewarded' then 1 else -1 end)::bigint as sum
      from event where position <= $1 and type in ('ReferralRewarded', 'ReferralReversed') group by 2, 3`,
  'follow-ups': `
    select 'follow-ups-done' as metric, data->>'storeId' as "storeId", left(data->>'madeOn', 7) as month,
           count(*) as sum
      from event where position <= $1 and type = 'ContactMade' group by 2, 3
    union all
    select 'follow-ups-missed', data->>'storeId', left(data->>'dueOn', 7),
           sum(case type when 'TaskMissed' then 1 else -1 end)::bigint
      from event
     where position <= $1 and (type = 'TaskMissed' or type = 'TaskWithdrawn' and (data->>'wasMissed')::boolean)
     group by 2, 3`,
  complaints: `
    select 'complaints-opened' as metric, data->>'storeId' as "storeId", left(data->>'openedOn', 7) as month,
           count(*) as sum
      from event where position <= $1 and type = 'ComplaintOpened' group by 2, 3
    union all
    select 'complaints-breached', data->>'storeId', left(data->>'breachedOn', 7),
           sum(case type when 'ComplaintBreached' then 1 else -1 end)::bigint
      from event where position <= $1 and type in ('ComplaintBreached', 'BreachWithdrawn') group by 2, 3`,
};

/** The same figures as the report has them, of messages of one service ($2) up to position $1 of its log. */
export const REPORTED = `
with counted as (
  select metric_delta.*
    from metric_delta join kept_message using (position)
   where source_position <= $1 and source like '%/' || $2
)
select metric, "storeId", to_char("occurredOn", 'YYYY-MM') as month, sum(delta)::bigint as sum
  from counted group by 1, 2, 3
union all
select 'clients', "storeId", 'all', count(distinct "clientId")
  from counted where metric = 'visits' and "clientId" is not null group by 2`;

import { WITH_SURVIVORS } from '../client-link/survivors.js';

const IN_PERIOD = `"happenedOn" between $1 and $2 and ($3::text is null or "storeId" = $3)`;

export const CURRENCIES = `select distinct currency from client_visit
  where ${IN_PERIOD} and currency is not null order by currency`;

/**
 * A return is of the period in which it was made, and of its store's currency, which never changes. Whoever got back as much
 * as she paid, or more, is not among those who paid. She is of the class in which her first fen lies.
 */
const VALUES = `${WITH_SURVIVORS}, paid as (
    select coalesce("survivorId", visit."clientId") as "clientId",
           sum(case kind when 'visit' then "amountMinor" else -"amountMinor" end) as paid,
           count(*) filter (where kind = 'visit') as visits
      from client_visit as visit left join survivor on survivor."clientId" = visit."clientId"
     where ${IN_PERIOD}
       and (currency = $4 or currency is null and "storeId" in (select "storeId" from client_visit where currency = $4))
     group by 1
  ), placed as (
    select *, sum(paid) over () as total, sum(paid) over (order by paid desc, "clientId") as cumulated
      from paid where paid > 0
  ), classed as materialized (
    select *, case when (cumulated - paid) * 100 < $5::int * total then 'A'
                   when (cumulated - paid) * 100 < $6::int * total then 'B' else 'C' end as class
      from placed
  )`;

export const ITEMS = `${VALUES}
  select "clientId", class, paid::bigint as "paidMinor", visits, round(paid / total, 4)::float8 as share,
         round(cumulated / total, 4)::float8 as "cumulatedShare"
    from classed
   where $7::bigint is null or paid < $7 or (paid = $7 and "clientId" > $8)
   order by paid desc, "clientId" limit $9`;

export const SIZES = `${VALUES}, of_class as (
    select class, count(*) as clients, sum(paid)::bigint as "paidMinor" from classed group by class
  )
  select count(*) as clients, coalesce(sum(paid), 0)::bigint as "paidMinor",
         count(*) filter (where (cumulated - paid) * 100 < 80 * total) as "clientsFor80Percent",
         round(count(*) filter (where (cumulated - paid) * 100 < 80 * total)::numeric / nullif(count(*), 0), 4)::float8
           as "shareOfClientsFor80Percent",
         (select coalesce(json_agg(of_class order by class), '[]') from of_class) as classes
    from classed`;

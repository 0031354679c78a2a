import { number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';

/** I1: points and money are moved, never made: every posting has its other side, every bill is the sum of its lines. */
export const movedNeverMade: Invariant = {
  id: 'I1',
  checks: 'points and money are moved, never made',
  check: async ({ of }: PlatformData): Promise<Finding> => {
    const membership = of('membership');
    const visits = of('visits');
    const failures = [
      ...(membership === undefined ? [] : await pointsFailures(membership)),
      ...(visits === undefined ? [] : await moneyFailures(visits)),
    ];
    const points = await countOf(membership, ['PointsEarned', 'PointsReversed']);
    const money = await countOf(visits, ['VisitCompleted', 'GoodsReturned', 'UnmatchedReturnRecorded']);
    return { counted: `${number(points)} point postings, ${number(money)} bills and returns`, failures };
  },
};

const countOf = async (service: ServiceData | undefined, types: string[]): Promise<number> =>
  (await service?.row<{ count: number }>('select count(*) from event where type = any($1)', [types]))
    ?.count ?? 0;

const pointsFailures = async (membership: ServiceData): Promise<string[]> => [
  ...(await membership.failing<{ position: number; points: number; summed: number }>(
    `select position, points, summed
       from (select position, points,
                    (select coalesce(sum((line->>'points')::bigint), 0)::bigint
                       from json_array_elements(lines) as line) as summed
               from event, json_to_record(data) as fact(reason text, points bigint, lines json)
              where type in ('PointsEarned', 'PointsReversed') and reason = 'visit' offset 0) as posting
      where points <> summed
      order by position`,
    [],
    ({ position, points, summed }) => `fact ${position} moves ${points} points, its lines ${summed}`,
  )),
  ...(await membership.failing<{ members: number; issued: number }>(
    SIDES,
    [],
    ({ members, issued }) => `members have ${members} points, stores have issued ${-issued}`,
  )),
  ...(await membership.failing<{ sum: number }>(
    'select sum(balance)::bigint as sum from points_account having sum(balance) <> 0',
    [],
    ({ sum }) => `the balances of points_account add up to ${sum}, not 0`,
  )),
];

/** The members' side by the balance each member's last fact states; the stores' side by what all facts moved. */
const SIDES = `
with posting as materialized (
  select position, type, fact.*
    from event, json_to_record(data) as fact("clientId" text, points bigint, balance bigint)
   where type in ('PointsEarned', 'PointsReversed')
)
select members, issued
  from (select coalesce(sum(balance), 0)::bigint as members
          from (select distinct on ("clientId") balance from posting order by "clientId", position desc) as last) as one,
       (select coalesce(sum(case type when 'PointsEarned' then -points else points end), 0)::bigint as issued
          from posting) as other
 where members + issued <> 0`;

interface Bill {
  position: number;
  stated: number;
  lines: number;
  payments: number | null;
}

const moneyFailures = async (visits: ServiceData): Promise<string[]> => [
  ...(await visits.failing<Bill>(
    `select * from (${BILLS}) as bill
      where stated <> lines or payments <> stated
      order by position`,
    [],
    ({ position, stated, lines, payments }) =>
      stated === lines
        ? `the bill of fact ${position} is ${stated}, its payments add up to ${payments}`
        : `fact ${position} states ${stated}, its lines add up to ${lines}`,
  )),
  ...(await visits.failing<{ visit: string; line: string; paid: number; returned: number }>(
    RETURNED_TOO_MUCH,
    [],
    ({ visit, line, paid, returned }) =>
      `line ${line} of ${visit} was paid ${paid}, and ${returned} came back`,
  )),
];

/** A bill need not say how it was paid. */
const BILLS = `
select position, coalesce("paidMinor", "returnedMinor") as stated,
       (select coalesce(sum(coalesce(line->>'paidMinor', line->>'returnedMinor')::bigint), 0)::bigint
          from json_array_elements(fact.lines) as line) as lines,
       (select sum((payment->>'amountMinor')::bigint)::bigint
          from json_array_elements(fact.payments) as payment) as payments
  from event,
       json_to_record(data) as fact("paidMinor" bigint, "returnedMinor" bigint, lines json, payments json)
 where type in ('VisitCompleted', 'GoodsReturned', 'UnmatchedReturnRecorded') offset 0`;

const RETURNED_TOO_MUCH = `
with returned as (
  select stream, line->>'lineId' as line_id, sum((line->>'returnedMinor')::bigint)::bigint as returned
    from event, json_array_elements(data->'lines') as line
   where type = 'GoodsReturned'
   group by stream, line->>'lineId'
)
select stream as visit, line_id as line, coalesce(paid, 0) as paid, returned
  from returned
  left join lateral (select (line->>'paidMinor')::bigint as paid
                       from event, json_array_elements(data->'lines') as line
                      where event.stream = returned.stream and version = 1 and type = 'VisitCompleted'
                        and line->>'lineId' = line_id) as bill on true
 where returned > coalesce(paid, 0)
 order by stream, line_id`;

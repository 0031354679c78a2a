import { nothingOf, number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';

/** I2: each account's balance is the sum of its entries, and below zero only where a policy let it. */
export const balanceIsReplay: Invariant = {
  id: 'I2',
  checks: 'balance = Σ entries; below zero only by policy',
  check: async ({ of }: PlatformData): Promise<Finding> => {
    const membership = of('membership');
    if (membership === undefined) return nothingOf('membership');
    const { accounts } = await membership.row<{ accounts: number }>(
      'select count(*) as accounts from points_account',
    );
    return { counted: `${number(accounts)} accounts`, failures: await failuresIn(membership) };
  },
};

interface Stated {
  position: number;
  stream: string;
  balance: number;
  sum: number;
}

const failuresIn = async (membership: ServiceData): Promise<string[]> => [
  ...(await membership.failing<{ account: string; sum: number | null; balance: number | null }>(
    SHOWN,
    [],
    ({ account, sum, balance }) =>
      `points_account shows ${balance ?? 'nothing'} for ${account}, its entries add up to ${sum ?? 'nothing'}`,
  )),
  ...(await membership.failing<Stated>(
    `select position, stream, balance, sum::bigint as sum from (${RUNNING}) as running
      where balance <> sum or sum < 0 and amount < 0 and debt_policy is distinct from 'debt@1'
      order by position`,
    [],
    ({ position, stream, balance, sum }) =>
      balance === sum
        ? `fact ${position} takes ${stream} to ${sum}, and names no policy that allows it`
        : `fact ${position} of ${stream} states the balance ${balance}, its entries add up to ${sum}`,
  )),
];

/** Entries of members with the sum so far, in the order of the log. */
const RUNNING = `
select position, stream, amount, balance, "debtPolicyVersion" as debt_policy,
       sum(amount) over (partition by "clientId" order by position) as sum
  from (select position, stream, fact.*, case type when 'PointsEarned' then points else -points end as amount
          from event, json_to_record(data) as fact("clientId" text, points bigint, balance bigint, "debtPolicyVersion" text)
         where type in ('PointsEarned', 'PointsReversed')) as entry`;

/** Up to the position the view has reached, in one statement and so at one moment. */
const SHOWN = `
with reached as (
  select position from view_state where name = 'points_account' and live
), moved as (
  select "clientId", "storeId", case type when 'PointsEarned' then points else -points end as amount
    from event, json_to_record(data) as fact("clientId" text, "storeId" text, points bigint)
   where type in ('PointsEarned', 'PointsReversed') and position <= (select position from reached)
), entry (account, amount) as (
  select 'member:' || "clientId", amount from moved
  union all
  select 'issued:' || "storeId", -amount from moved
  union all
  select 'member:' || (data->>'clientId'), 0
    from event where type = 'MemberEnrolled' and position <= (select position from reached)
), summed as (
  select account, sum(amount)::bigint as sum from entry group by account
)
select account, summed.sum, shown.balance
  from summed full join points_account as shown using (account)
 where summed.sum is distinct from shown.balance
 order by account`;

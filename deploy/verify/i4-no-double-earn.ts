import { nothingOf, number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';

/** I4: a bill line earns once by a rule, a referral once for a member and a visit, a command earns once. */
export const noDoubleEarn: Invariant = {
  id: 'I4',
  checks: 'one earning per (bill line, rule) and (referral, visit)',
  check: async ({ of }: PlatformData): Promise<Finding> => {
    const membership = of('membership');
    if (membership === undefined) return nothingOf('membership');
    const { earnings, lines } = await membership.row<{ earnings: number; lines: number }>(
      `select count(*) as earnings, coalesce(sum(json_array_length(data->'lines')), 0)::bigint as lines
         from event where type = 'PointsEarned'`,
    );
    const counted = `${number(earnings)} earnings, ${number(lines)} lines`;
    return { counted, failures: await failuresIn(membership) };
  },
};

interface Doubled {
  what: string;
  positions: string;
}

const failuresIn = async (membership: ServiceData): Promise<string[]> => [
  ...(await membership.failing<Doubled & { times: number }>(
    `select 'line ' || line_id || ' of visit ' || visit_id || ' by ' || rule_id as what, ${POSITIONS}
       from (select position, visit_id, line->>'lineId' as line_id, line->>'ruleId' as rule_id
               from (${EARNINGS}) as earning, json_array_elements(lines) as line) as earned
      group by visit_id, line_id, rule_id having count(*) > 1
      order by min(position)`,
    [],
    earnedTwice,
  )),
  ...(await membership.failing<Doubled>(
    `select 'referral ' || (data->>'sourceId') || coalesce(' and visit ' || (data->>'visitId'), '')
              || ' for ' || stream as what, ${POSITIONS}
       from event where type = 'PointsEarned' and data->>'reason' = 'referral'
      group by data->>'sourceId', data->>'visitId', data->>'again', stream having count(*) > 1
      order by min(position)`,
    [],
    earnedTwice,
  )),
  ...(await membership.failing<Doubled>(
    `select 'command ' || command_id as what, ${POSITIONS}
       from event where type = 'PointsEarned'
      group by command_id having count(*) > 1
      order by min(position)`,
    [],
    earnedTwice,
  )),
];

/** `offset 0`: a bill of a thousand lines is read once, not once for each line. */
const EARNINGS = `
select position, data->>'sourceId' as visit_id, data->'lines' as lines
  from event where type in ('PointsEarned', 'EarningSkipped') offset 0`;

const POSITIONS = `string_agg(position::text, ', ' order by position) as positions`;

const earnedTwice = ({ what, positions }: Doubled): string =>
  `${what} earned more than once, at ${positions}`;

import type { Tampering } from './tampering.js';

export const reportTampered: readonly Tampering[] = [
  {
    what: 'a figure that no message gives',
    where: 'reporting',
    sql: `update metric_delta__1 set delta = delta + 1 where id = (select min(id) from metric_delta where metric = 'gross')`,
    told: {
      I6: /gross of \S+ in 2026-\d\d: the report has \d+, the log \d+/,
      I12: /reporting: view metric_delta: row \S+ differs between the live and the rebuilt view/,
    },
  },
  {
    what: 'a message that reporting has lost',
    where: 'reporting',
    sql: `delete from metric_delta__1 where metric = 'complaints-opened';
          delete from kept_message where type = 'complaints.complaint-opened.v1'`,
    told: { I6: /complaints-opened of bj-01 in 2026-03: the report has 0, the log 1/ },
  },
  {
    what: 'facts that are not told yet',
    where: 'visits',
    sql: 'update relay set position = position - 1',
    told: { I6: /visits has not told 1 of its facts yet: start the platform and let it catch up/ },
  },
  {
    what: 'messages that are not heard yet',
    where: 'reporting',
    sql: `update heard_offset set next_offset = next_offset - 2 where topic = 'liren.visits.v1'`,
    told: { I6: /reporting has not heard 2 messages of liren.visits.v1\/0 yet/ },
  },
  {
    what: 'figures of a store that nobody opened',
    where: 'reporting',
    sql: `update metric_delta__1 set "storeId" = 'xx-99' where metric = 'complaints-opened'`,
    told: {
      I6: /complaints-opened of xx-99 in 2026-03: the report has 1, the log nothing/,
      I11: /reporting: complaints-opened is 1 for the chain, its stores have 0/,
      I12: /view metric_delta/,
    },
  },
  {
    what: 'a store without a row in the report',
    where: 'reporting',
    sql: `delete from store_name__1 where "storeId" = 'sh-01'`,
    told: {
      I11: /store sh-01 was opened, and has no row in the report/,
      I12: /reporting: view store_name: row sh-01 is in the rebuilt view and not in the live one/,
    },
  },
];

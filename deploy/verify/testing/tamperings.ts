import type { Service } from '../services.js';

/** What somebody did to the data, and what each invariant that no longer holds must say. */
export interface Tampering {
  readonly what: string;
  readonly where: Service | 'bus';
  readonly sql: string;
  readonly told: Readonly<Record<string, RegExp>>;
}

const firstOf = (type: string): string =>
  `position = (select min(position) from event where type = '${type}')`;
const LAST = 'position = (select max(position) from event)';
const set = (path: string, value: string): string =>
  `data = jsonb_set(data::jsonb, '{${path}}', ${value})::json`;

/** The fact on which `where` holds once more, at the end of the log, with the command it came by. */
const again = (where: string): string => `
  insert into event (position, version, id, command_id, correlation_id, occurred_at, recorded_at, stream, type, data)
  select head.position + 1, (select max(version) + 1 from event where stream = twice.stream), gen_random_uuid(),
         command_id, correlation_id, occurred_at, head.recorded_at, stream, type, data
    from event as twice, head where twice.${where};
  update head set position = position + 1;`;

const points: readonly Tampering[] = [
  {
    what: 'a bill that is not the sum of its lines',
    where: 'visits',
    sql: `update event set ${set('paidMinor', `'1'`)} where ${firstOf('VisitCompleted')}`,
    told: { I1: /visits: fact \d+ states 1, its lines add up to 28750/ },
  },
  {
    what: 'a bill whose payments are other than it',
    where: 'visits',
    sql: `update event set ${set('payments,0,amountMinor', `'7'`)} where ${firstOf('VisitCompleted')}`,
    told: { I1: /visits: the bill of fact \d+ is 28750, its payments add up to 7/ },
  },
  {
    what: 'more taken back than was bought',
    where: 'visits',
    sql: `update event set ${set('lines,0,returnedMinor', `'9000'`)} where type = 'GoodsReturned';
          update event set ${set('returnedMinor', `'9000'`)} where type = 'GoodsReturned'`,
    told: {
      I1: /visits: line 2 of visit:\S+ was paid 8850, and 9000 came back/,
      I6: /returns of sh-01 in 2026-03: the report has 8850, the log 9000/,
    },
  },
  {
    what: 'points in an account that no fact put there',
    where: 'membership',
    sql: `update points_account__1 set balance = balance + 5 where account = 'issued:sh-01'`,
    told: {
      I1: /membership: the balances of points_account add up to 5, not 0/,
      I2: /membership: points_account shows -\d+ for issued:sh-01, its entries add up to -\d+/,
      I12: /membership: view points_account: row issued:sh-01 differs/,
    },
  },
  {
    what: 'a balance that a fact states and its entries do not add up to',
    where: 'membership',
    sql: `update event set ${set('balance', `'77'`)} where ${firstOf('PointsEarned')}`,
    told: { I2: /membership: fact \d+ of member:\S+ states the balance 77, its entries add up to \d+/ },
  },
  {
    what: 'a balance below zero that no policy allows',
    where: 'membership',
    sql: `update event set data = (data::jsonb || jsonb_build_object('points', 5000, 'lines',
                   jsonb_build_array(jsonb_build_object('lineId', '2', 'points', 5000)),
                   'balance', (data->>'balance')::integer + (data->>'points')::integer - 5000))::json
           where type = 'PointsReversed'`,
    told: {
      I2: /membership: fact \d+ takes member:\S+ to -\d+, and names no policy that allows it/,
    },
  },
  {
    what: 'a visit that earned twice',
    where: 'membership',
    sql: again(firstOf('PointsEarned')),
    told: {
      I4: /membership: line 1 of visit \S+ by \S+ earned more than once, at \d+, \d+/,
      I10: /membership: command \S+ was done more than once, at \d+, \d+/,
    },
  },
];

const messages: readonly Tampering[] = [
  {
    what: 'a message that never reached its topic',
    where: 'bus',
    sql: `update record_batch set messages = (messages::jsonb - 0)::text
           where topic = 'liren.visits.v1' and last_offset = (select min(last_offset) from record_batch)`,
    told: { I5: /visits: VisitCompleted \S+ at \d+ is not in liren.visits.v1/ },
  },
  {
    what: 'a message in a topic that no log tells',
    where: 'bus',
    sql: `insert into record_batch values ('liren.stores.v1', 0, 1000, 1, '[{"id": "x", "type": "stores.store-opened.v1",
            "source": "/liren/chain/stores", "key": "sh-01", "position": 1}]')`,
    told: { I5: /stores: liren.stores.v1 has stores.store-opened.v1 x of position 1, the log has not/ },
  },
  {
    what: 'a fact of a kind that nobody decided about',
    where: 'clients',
    sql: `update event set type = 'ClientForgotten' where position = 1`,
    told: { I5: /clients: nobody has written down here whether ClientForgotten is told/ },
  },
  {
    what: 'messages of a key the wrong way round',
    where: 'bus',
    sql: `create temporary table turned as
            select jsonb_agg(message order by (message->>'position')::integer desc) as messages
              from record_batch, jsonb_array_elements(messages::jsonb) as message where topic = 'liren.visits.v1';
          delete from record_batch where topic = 'liren.visits.v1';
          insert into record_batch select 'liren.visits.v1', 0, 99, 1, messages from turned`,
    told: { I7: /visits: in its topic, key \S+ has position \d+ after \d+, at offset \d+/ },
  },
  {
    what: 'messages kept the wrong way round',
    where: 'reporting',
    sql: `update kept_message
             set source_position = (select max(source_position) + min(source_position) from kept_message
                                     where source like '%/visits') - source_position
           where source like '%/visits'`,
    told: { I7: /reporting: key \S+ of \/liren\/chain\/visits was kept at \d+ as position \d+, after \d+/ },
  },
];

const report: readonly Tampering[] = [
  {
    what: 'a figure that no message gives',
    where: 'reporting',
    sql: `update metric_delta__1 set delta = delta + 1 where id = (select min(id) from metric_delta where metric = 'gross')`,
    told: {
      I6: /gross of \S+ in 2026-03: the report has \d+, the log \d+/,
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

const log: readonly Tampering[] = [
  {
    what: 'a version left out',
    where: 'visits',
    sql: `update event set version = 7 where type = 'GoodsReturned'`,
    told: { I7: /visits: visit:\S+ has version 7 after 1, at \d+/ },
  },
  {
    what: 'a hole in the log',
    where: 'complaints',
    sql: `delete from event where ${firstOf('StoreLearned')}`,
    told: { I9: /complaints: (the head is|after position)/ },
  },
  {
    what: 'the end of the log lost',
    where: 'complaints',
    sql: `delete from event where ${LAST}; update head set position = position - 1`,
    told: { I9: /complaints: its relay is at \d+, its log ends at \d+/ },
  },
  {
    what: 'what others have heard of lost',
    where: 'stores',
    sql: `delete from event where ${LAST}; update head set position = position - 1; update relay set position = 1`,
    told: { I9: /reporting: has heard position 2 of \/liren\/chain\/stores, whose log ends at 1/ },
  },
  {
    what: 'a fact recorded before the one before it',
    where: 'visits',
    sql: `update event set recorded_at = recorded_at + interval '1 year' where position = 1`,
    told: { I9: /visits: fact 2 was recorded before the one before it/ },
  },
  {
    what: 'a command that was done twice',
    where: 'visits',
    sql: `update event set command_id = (select command_id from event where position = 1) where ${LAST}`,
    told: { I10: /visits: command \S+ was done more than once, at 1, \d+/ },
  },
  {
    what: 'a command that left its fact twice',
    where: 'clients',
    sql: again(LAST),
    told: { I10: /clients: command \S+ left the same fact twice, at \d+, \d+/ },
  },
];

const views: readonly Tampering[] = [
  {
    what: 'a row that a view has lost',
    where: 'follow-ups',
    sql: 'delete from timer__1 where key = (select min(key) from timer__1)',
    told: { I12: /follow-ups: view timer: row \S+ .* is in the rebuilt view and not in the live one/ },
  },
  {
    what: 'a row that a view has made up',
    where: 'follow-ups',
    sql: `insert into timer__1 values ('x', now(), 'x', '{}')`,
    told: { I12: /follow-ups: view timer: row x is in the live view and not in the rebuilt one/ },
  },
  {
    what: 'readers who are led to an old table',
    where: 'stores',
    sql: `create table store_list__0 as table store_list__1;
          create or replace view store_list as select * from store_list__0`,
    told: { I12: /stores: readers of view store_list are led to another table than the live one/ },
  },
  {
    what: 'a view that nobody knows how to build',
    where: 'stores',
    sql: `update view_state set name = 'store_page'`,
    told: { I12: /stores: nobody has written down here how view store_page is built/ },
  },
];

export const TAMPERINGS: readonly Tampering[] = [...points, ...messages, ...report, ...log, ...views];

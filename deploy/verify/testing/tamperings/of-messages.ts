import type { Tampering } from './tampering.js';

export const messagesTampered: readonly Tampering[] = [
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

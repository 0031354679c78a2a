import type { Tampering } from './tampering.js';

export const viewsTampered: readonly Tampering[] = [
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
    sql: `update view_state set name = 'store_page' where name = 'store_list'`,
    told: { I12: /stores: nobody has written down here how view store_page is built/ },
  },
];

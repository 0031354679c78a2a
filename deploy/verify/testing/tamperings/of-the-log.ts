import { again, firstOf, LAST, type Tampering } from './tampering.js';

export const logTampered: readonly Tampering[] = [
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
    told: { I9: /reporting: has heard position 4 of \/liren\/chain\/stores, whose log ends at 3/ },
  },
  {
    what: 'a fact recorded before the one before it',
    where: 'visits',
    sql: `update event set recorded_at = recorded_at + interval '1 year' where position = 1`,
    told: { I9: /visits: fact 2 was recorded before the one before it/ },
  },
  {
    what: 'a fact laid at another’s door',
    where: 'clients',
    sql: `update event set actor = 'somebody else' where position = 1`,
    told: { I15: /clients: facts 1 to [\d,]+ are not those that were sealed/ },
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

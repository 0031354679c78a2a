import { again, firstOf, set, type Tampering } from './tampering.js';

export const pointsTampered: readonly Tampering[] = [
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
    what: 'a referral that earned twice for a visit',
    where: 'membership',
    sql: again(
      `position = (select min(position) from event where type = 'PointsEarned' and data->>'reason' = 'referral')`,
    ),
    told: { I4: /membership: referral \S+ and visit \S+ for member:\S+ earned more than once, at \d+, \d+/ },
  },
  {
    what: 'a visit that earned twice',
    where: 'membership',
    sql: again(
      `position = (select min(position) from event where type = 'PointsEarned' and data->>'reason' = 'visit')`,
    ),
    told: {
      I4: /membership: line 1 of visit \S+ by \S+ earned more than once, at \d+, \d+/,
      I10: /membership: command \S+ was done more than once, at \d+, \d+/,
    },
  },
];

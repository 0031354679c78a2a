import type { Finding } from './invariant.js';
import { tableOf } from './table.js';

const checked = (id: string, finding: Finding) => ({
  invariant: { id, checks: `checks of ${id}`, check: async () => finding },
  finding,
});

describe('the table of what was found', () => {
  it('has a row for each invariant, and under it what fails and what could not be shown', () => {
    const table = tableOf([
      checked('I1', { counted: '2 bills', failures: [] }),
      checked('I3', { counted: '–', failures: [], notShown: 'there are none' }),
      checked('I12', { counted: '1 view', failures: ['row x differs', 'row y differs'] }),
    ]);
    expect(table.split('\n')).toEqual([
      '     what was checked  counted  result',
      'I1   checks of I1      2 bills  ok',
      'I3   checks of I3      –        not shown',
      '     – there are none',
      'I12  checks of I12     1 view   FAILS',
      '     ✗ row x differs',
      '     ✗ row y differs',
    ]);
  });
});

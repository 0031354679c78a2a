import { views } from '#libs/testing';
import { takenAbroad } from '../../testing/client-export.builders.js';
import { personalDataRead } from '../../testing/reading.builders.js';
import { leftForAbroad } from './left-for-abroad.projection.js';

const her = personalDataRead().data.clientId;
const other = '01900000-0000-7000-8000-0000000000c9';
const left = (sensitive: boolean, occurredAt: string, clientId = her) =>
  personalDataRead({ clientId, what: 'export', takenOut: takenAbroad(sensitive) }, occurredAt);

describe('who left for abroad in a year (PIPL 38)', () => {
  const spec = views(leftForAbroad);

  it('counts a client once a year, and again in the next', () => {
    spec
      .given(left(false, '2026-03-01T02:00:00.000Z'), left(false, '2026-12-31T23:59:59.999Z'))
      .thenRows({ year: 2026, clientId: her, sensitive: false });
    spec
      .given(left(false, '2026-12-31T23:59:59.999Z'), left(false, '2027-01-01T00:00:00.000Z'))
      .thenRows({ year: 2026, clientId: her }, { year: 2027, clientId: her });
  });

  it('says of whom something sensitive left, whatever of hers left before or after', () => {
    const [one, two] = ['2026-03-01T02:00:00.000Z', '2026-03-02T02:00:00.000Z'];
    for (const order of [
      [true, false],
      [false, true],
    ] as const)
      spec.given(left(order[0], one), left(order[1], two)).thenRows({ clientId: her, sensitive: true });
    spec
      .given(left(true, one), left(false, two, other))
      .thenRows({ clientId: her, sensitive: true }, { clientId: other, sensitive: false });
  });

  it('counts nobody who was read, or left within the country', () => {
    const { abroad: _, ...within } = takenAbroad(true);
    spec.given(personalDataRead(), personalDataRead({ what: 'export', takenOut: within })).thenRows();
  });
});

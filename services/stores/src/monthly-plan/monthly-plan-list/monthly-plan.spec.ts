import { views } from '#libs/testing';
import { aMonthlyPlanWritten } from '../../testing/monthly-plan.builders.js';
import { standingOf } from '../monthly-plan.js';
import { monthlyPlanView } from './monthly-plan.projection.js';

describe('plans of a month', () => {
  it('are as they were last written', () => {
    views(monthlyPlanView)
      .given(aMonthlyPlanWritten(), aMonthlyPlanWritten({ version: 2, targets: [] }))
      .thenRows({ planId: 'sh-01/2026-04', version: 2, targets: [], late: false });
  });

  it('are due on the 25th by the store’s clock, and overdue after it', () => {
    const at = (now: string) => standingOf(null, { month: '2026-04', timeZone: 'America/New_York', now });
    expect(at('2026-03-25T03:59:59.999Z')).toBe('not-due-yet');
    expect(at('2026-03-25T04:00:00.000Z')).toBe('due-today');
    expect(at('2026-03-26T04:00:00.000Z')).toBe('overdue');
  });
});

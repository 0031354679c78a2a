import type { MonthlyPlanWritten } from '../monthly-plan/monthly-plan.events.js';

export const aMonthlyPlanWritten = (
  data: Partial<MonthlyPlanWritten['data']> = {},
  occurredAt = '2026-03-25T15:59:59.999Z',
): MonthlyPlanWritten => ({
  type: 'MonthlyPlanWritten',
  occurredAt,
  storeId: data.storeId ?? 'sh-01',
  data: {
    storeId: 'sh-01',
    month: '2026-04',
    version: 1,
    targets: [{ metric: 'service-sales', unit: 'minor', value: 30_000_000 }],
    dueAt: '2026-03-25T16:00:00.000Z',
    late: false,
    ...data,
  },
});

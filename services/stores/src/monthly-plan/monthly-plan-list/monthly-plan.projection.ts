import type { Projection } from '#libs/event-sourcing';
import type { MonthlyPlanEvent, Target } from '../monthly-plan.events.js';
import { monthlyPlanId } from '../monthly-plan.js';

export interface MonthlyPlanRow {
  planId: string;
  storeId: string;
  month: string;
  version: number;
  targets: readonly Target[];
  late: boolean;
}

/** Each store's plan of each month as it was last written. */
export const monthlyPlanView: Projection<MonthlyPlanEvent, MonthlyPlanRow> = {
  name: 'monthly_plan',
  of: ['monthly-plan'],
  columns: {
    planId: 'text',
    storeId: 'text not null',
    month: 'text not null',
    version: 'int not null',
    targets: 'jsonb not null',
    late: 'boolean not null',
  },
  key: 'planId',
  store: 'storeId',
  on: {
    MonthlyPlanWritten: ({ data }, rows) => {
      const planId = monthlyPlanId(data.storeId, data.month);
      rows.set(planId, { ...data, planId });
    },
  },
};

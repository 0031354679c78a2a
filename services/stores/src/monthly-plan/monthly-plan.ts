import { addDays, startOfDay } from '#libs/calendar';
import type { Aggregate } from '#libs/event-sourcing';
import type { MonthlyPlanEvent, MonthlyPlanWritten } from './monthly-plan.events.js';

export type MonthlyPlan =
  { readonly status: 'unwritten' } | ({ readonly status: 'written' } & MonthlyPlanWritten['data']);

export const monthlyPlan: Aggregate<MonthlyPlan, MonthlyPlanEvent> = {
  category: 'monthly-plan',
  initial: { status: 'unwritten' },
  evolve: (_plan, { data }) => ({ status: 'written', ...data }),
  storeOf: (plan) => (plan.status === 'unwritten' ? null : plan.storeId),
};

export const monthlyPlanId = (storeId: string, month: string): string => `${storeId}/${month}`;

/** The 25th of the month before is the day on which the plan is written. */
const dueDay = (month: string): string => `${addDays(`${month}-01`, -1).slice(0, 7)}-25`;

/** When writing is due, by the store's clock: from the beginning of that day until its end. */
export const dueBetween = (month: string, timeZone: string): { from: string; until: string } => ({
  from: startOfDay(dueDay(month), timeZone),
  until: startOfDay(addDays(dueDay(month), 1), timeZone),
});

/** The instant from which there is nothing left to plan. */
export const overAt = (month: string, timeZone: string): string =>
  startOfDay(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, timeZone);

export type Standing = 'written' | 'written-late' | 'not-due-yet' | 'due-today' | 'overdue';

/** How it stands with a store's plan at a moment. */
export const standingOf = (
  late: boolean | null,
  { month, timeZone, now }: { month: string; timeZone: string; now: string },
): Standing => {
  if (late !== null) return late ? 'written-late' : 'written';
  const { from, until } = dueBetween(month, timeZone);
  if (now < from) return 'not-due-yet';
  return now < until ? 'due-today' : 'overdue';
};

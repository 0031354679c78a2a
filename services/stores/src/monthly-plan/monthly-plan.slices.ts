import { MonthlyPlanListController } from './monthly-plan-list/monthly-plan-list.controller.js';
import { MonthlyPlanListQuery } from './monthly-plan-list/monthly-plan-list.query.js';
import { monthlyPlanView } from './monthly-plan-list/monthly-plan.projection.js';
import { WriteMonthlyPlanController } from './write-monthly-plan/write-monthly-plan.controller.js';
import { WriteMonthlyPlanHandler } from './write-monthly-plan/write-monthly-plan.handler.js';

export const monthlyPlanSlices = {
  controllers: [MonthlyPlanListController, WriteMonthlyPlanController],
  providers: [MonthlyPlanListQuery, WriteMonthlyPlanHandler],
  views: [monthlyPlanView],
};

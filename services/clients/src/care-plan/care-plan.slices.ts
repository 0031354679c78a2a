import { ProposedPlanController } from './proposed-plan/proposed-plan.controller.js';
import { ProposedPlanQuery } from './proposed-plan/proposed-plan.query.js';

export const carePlanSlices = {
  controllers: [ProposedPlanController],
  providers: [ProposedPlanQuery],
};

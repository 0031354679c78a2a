import { DueListController } from './due-list/due-list.controller.js';
import { DueQuery } from './due.query.js';
import { RetentionProcess } from './retention.process.js';
import { RetentionRunsController } from './retention-runs/retention-runs.controller.js';

export const retentionSlices = {
  controllers: [DueListController, RetentionRunsController],
  providers: [DueQuery, RetentionProcess],
};

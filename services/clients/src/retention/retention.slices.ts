import { ConfirmDayController } from './confirm-day/confirm-day.controller.js';
import { ConfirmDayHandler } from './confirm-day/confirm-day.handler.js';
import { DoneQuery } from './done.query.js';
import { DueListController } from './due-list/due-list.controller.js';
import { DueQuery } from './due.query.js';
import { EverythingToldQuery } from './everything-told.query.js';
import { RetentionProcess } from './retention.process.js';
import { RetentionRunsController } from './retention-runs/retention-runs.controller.js';
import { StoreDaysQuery } from './store-days.query.js';

export const retentionSlices = {
  controllers: [ConfirmDayController, DueListController, RetentionRunsController],
  providers: [ConfirmDayHandler, DoneQuery, DueQuery, EverythingToldQuery, RetentionProcess, StoreDaysQuery],
};

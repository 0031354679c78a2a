import { CheckRunListController } from './check-run-list/check-run-list.controller.js';
import { checkRunList } from './check-run-list/check-run-list.projection.js';
import { CheckRunListQuery } from './check-run-list/check-run-list.query.js';
import { RunCheckListController } from './run-check-list/run-check-list.controller.js';
import { RunCheckListHandler } from './run-check-list/run-check-list.handler.js';

export const checkRunSlices = {
  controllers: [RunCheckListController, CheckRunListController],
  providers: [RunCheckListHandler, CheckRunListQuery],
  views: [checkRunList],
};

import { CheckRunListController } from './check-run-list/check-run-list.controller.js';
import { checkRunList } from './check-run-list/check-run-list.projection.js';
import { CheckRunListQuery } from './check-run-list/check-run-list.query.js';
import { FindingListController } from './finding-list/finding-list.controller.js';
import { findingList } from './finding-list/finding-list.projection.js';
import { FindingListQuery } from './finding-list/finding-list.query.js';
import { FollowedListQuery } from './followed-list.query.js';
import { RunCheckListController } from './run-check-list/run-check-list.controller.js';
import { RunCheckListHandler } from './run-check-list/run-check-list.handler.js';
import { SettleFindingController } from './settle-finding/settle-finding.controller.js';
import { SettleFindingHandler } from './settle-finding/settle-finding.handler.js';
import { SuperviseStoreController } from './supervise-store/supervise-store.controller.js';
import { SuperviseStoreHandler } from './supervise-store/supervise-store.handler.js';
import { SupervisionController } from './supervision/supervision.controller.js';
import { SupervisionQuery } from './supervision/supervision.query.js';

export const checkRunSlices = {
  controllers: [
    RunCheckListController,
    SuperviseStoreController,
    SettleFindingController,
    FindingListController,
    SupervisionController,
    CheckRunListController,
  ],
  providers: [
    FollowedListQuery,
    RunCheckListHandler,
    SuperviseStoreHandler,
    SettleFindingHandler,
    FindingListQuery,
    SupervisionQuery,
    CheckRunListQuery,
  ],
  views: [checkRunList, findingList],
};

import type { Projection } from '#libs/event-sourcing';
import { clientExportList } from '../../../services/clients/src/client-export/client-export-list/client-export-list.projection.js';
import { clientOfStore } from '../../../services/clients/src/client-export/client-of-store/client-of-store.projection.js';
import { brokenGlass } from '../../../services/clients/src/health/broken-glass/broken-glass.projection.js';
import { clientVisits } from '../../../services/clients/src/noted-visit/client-visits/client-visits.projection.js';
import { complaintList } from '../../../services/complaints/src/complaint/complaint-list/complaint-list.projection.js';
import { complaintTimers } from '../../../services/complaints/src/complaint/complaint.process.js';
import { followUpTimers } from '../../../services/follow-ups/src/follow-up-plan/follow-up-plan.process.js';
import { followUpTask } from '../../../services/follow-ups/src/follow-up-plan/follow-up-task/follow-up-task.projection.js';
import { refusedRows } from '../../../services/imports/src/import/refused-rows/refused-rows.projection.js';
import { unfinishedImports } from '../../../services/imports/src/import/run-import/unfinished-imports.projection.js';
import { pointsAccount } from '../../../services/membership/src/member/points-account/points-account.projection.js';
import { storeName } from '../../../services/reporting/src/message/store-name/store-name.projection.js';
import { metricLedger } from '../../../services/reporting/src/metric/metric-ledger/metric-ledger.projection.js';
import { menu } from '../../../services/stores/src/item/menu/menu.projection.js';
import { endedAccess } from '../../../services/stores/src/session/access-list/ended-access.projection.js';
import { atWork } from '../../../services/stores/src/staff/at-work/at-work.projection.js';
import { staffList } from '../../../services/stores/src/staff/staff-list/staff-list.projection.js';
import { storeList } from '../../../services/stores/src/store/store-list/store-list.projection.js';
import type { Service } from '../services.js';

/** Every view of every service; a live one that is missing here is a failure of I12. */
export const VIEWS: Readonly<Record<Service, readonly Projection<never, never>[]>> = {
  stores: [storeList, menu, staffList, atWork, endedAccess],
  clients: [clientOfStore, clientExportList, clientVisits, brokenGlass],
  visits: [],
  membership: [pointsAccount],
  referrals: [],
  'follow-ups': [followUpTask, followUpTimers],
  complaints: [complaintList, complaintTimers],
  reporting: [metricLedger, storeName],
  imports: [refusedRows, unfinishedImports],
};

/** Made of what is sealed, so nobody but the service, who has the keys, can build these; its own specs compare them. */
export const MADE_OF_SEALED: readonly string[] = ['client_search'];

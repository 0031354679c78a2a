import type { Projection } from '#libs/event-sourcing';
import { linkedClient } from '#libs/service';
import { analysedFile } from '../../../services/clients/src/client-analysis/analysed-file/analysed-file.projection.js';
import { loss } from '../../../services/clients/src/client-analysis/losses/loss.projection.js';
import { clientExportList } from '../../../services/clients/src/client-export/client-export-list/client-export-list.projection.js';
import { leftForAbroad } from '../../../services/clients/src/client-export/left-for-abroad/left-for-abroad.projection.js';
import { clientOfStore } from '../../../services/clients/src/client/client-of-store/client-of-store.projection.js';
import { accountReading } from '../../../services/clients/src/incident/affected-clients/account-reading.projection.js';
import { incidentList } from '../../../services/clients/src/incident/incident-list/incident-list.projection.js';
import { clientRequestList } from '../../../services/clients/src/client-request/client-request-list/client-request-list.projection.js';
import { brokenGlass } from '../../../services/clients/src/health/broken-glass/broken-glass.projection.js';
import { notedHealth } from '../../../services/clients/src/health/private-dates/noted-health.projection.js';
import { leadList } from '../../../services/clients/src/client/lead-list/lead-list.projection.js';
import { fileQuality } from '../../../services/clients/src/client/files-to-update/file-quality.projection.js';
import { distinctPair } from '../../../services/clients/src/client-distinction/distinct-pair/distinct-pair.projection.js';
import { mergedClient } from '../../../services/clients/src/client-link/merged-client/merged-client.projection.js';
import { companionGroups } from '../../../services/clients/src/companion-group/companions/companion-group.projection.js';
import { clientVisits } from '../../../services/clients/src/noted-visit/client-visits/client-visits.projection.js';
import { erasureList } from '../../../services/clients/src/erasure/erasure-list/erasure-list.projection.js';
import { complaintList } from '../../../services/complaints/src/complaint/complaint-list/complaint-list.projection.js';
import { complaintTimers } from '../../../services/complaints/src/complaint/complaint.process.js';
import { followUpTimers } from '../../../services/follow-ups/src/follow-up-plan/follow-up-plan.process.js';
import { followUpTask } from '../../../services/follow-ups/src/follow-up-plan/follow-up-task/follow-up-task.projection.js';
import { refusedRows } from '../../../services/imports/src/import/refused-rows/refused-rows.projection.js';
import { unfinishedImports } from '../../../services/imports/src/import/run-import/unfinished-imports.projection.js';
import { pointsAccount } from '../../../services/membership/src/member/points-account/points-account.projection.js';
import { clientLink } from '../../../services/reporting/src/message/client-link/client-link.projection.js';
import { storeName } from '../../../services/reporting/src/message/store-name/store-name.projection.js';
import { metricLedger } from '../../../services/reporting/src/metric/metric-ledger/metric-ledger.projection.js';
import { menu } from '../../../services/stores/src/item/menu/menu.projection.js';
import { documentVersion } from '../../../services/stores/src/document/document-list/document-version.projection.js';
import { handOverList } from '../../../services/stores/src/hand-over/hand-over-list/hand-over-list.projection.js';
import { monthlyPlanView } from '../../../services/stores/src/monthly-plan/monthly-plan-list/monthly-plan.projection.js';
import { checkRunList } from '../../../services/stores/src/check-run/check-run-list/check-run-list.projection.js';
import { findingList } from '../../../services/stores/src/check-run/finding-list/finding-list.projection.js';
import { groupList } from '../../../services/stores/src/group/group-list/group-list.projection.js';
import { processorList } from '../../../services/stores/src/processor/processor-list/processor-list.projection.js';
import { productBatch } from '../../../services/stores/src/product/product-list/product-batch.projection.js';
import { productList } from '../../../services/stores/src/product/product-list/product-list.projection.js';
import { rhythmList } from '../../../services/stores/src/rhythm/rhythm-list/rhythm-list.projection.js';
import { signatureView } from '../../../services/stores/src/signature/signature-list/signature.projection.js';
import { endedAccess } from '../../../services/stores/src/session/access-list/ended-access.projection.js';
import { openSession } from '../../../services/stores/src/session/my-sessions/open-session.projection.js';
import { atWork } from '../../../services/stores/src/staff/at-work/at-work.projection.js';
import { staffList } from '../../../services/stores/src/staff/staff-list/staff-list.projection.js';
import { storeList } from '../../../services/stores/src/store/store-list/store-list.projection.js';
import { clientStream as clientsStream } from '../../../services/clients/src/client-stream/client-stream.projection.js';
import { appointmentList } from '../../../services/visits/src/appointment/appointment-list/appointment-list.projection.js';
import { clientStream as visitsStream } from '../../../services/visits/src/client-stream/client-stream.projection.js';
import { clientStream as membershipStream } from '../../../services/membership/src/client-stream/client-stream.projection.js';
import { clientStream as referralsStream } from '../../../services/referrals/src/client-stream/client-stream.projection.js';
import { clientStream as followUpsStream } from '../../../services/follow-ups/src/client-stream/client-stream.projection.js';
import { clientStream as complaintsStream } from '../../../services/complaints/src/client-stream/client-stream.projection.js';
import type { Service } from '../services.js';

/** Every view of every service; a live one that is missing here is a failure of I12. */
export const VIEWS: Readonly<Record<Service, readonly Projection<never, never>[]>> = {
  stores: [
    storeList,
    menu,
    staffList,
    atWork,
    endedAccess,
    openSession,
    documentVersion,
    handOverList,
    monthlyPlanView,
    checkRunList,
    findingList,
    groupList,
    rhythmList,
    processorList,
    productList,
    productBatch,
    signatureView,
  ],
  clients: [
    clientsStream,
    clientOfStore,
    clientExportList,
    leftForAbroad,
    incidentList,
    clientRequestList,
    accountReading,
    clientVisits,
    companionGroups,
    distinctPair,
    mergedClient,
    brokenGlass,
    notedHealth,
    erasureList,
    fileQuality,
    leadList,
    analysedFile,
    loss,
  ],
  visits: [appointmentList, visitsStream],
  membership: [membershipStream, linkedClient, pointsAccount],
  referrals: [referralsStream, linkedClient],
  'follow-ups': [followUpsStream, linkedClient, followUpTask, followUpTimers],
  complaints: [complaintsStream, linkedClient, complaintList, complaintTimers],
  reporting: [clientLink, metricLedger, storeName],
  imports: [refusedRows, unfinishedImports],
};

/** Made of what is sealed, so nobody but the service, who has the keys, can build these; its own specs compare them. */
export const MADE_OF_SEALED: readonly string[] = ['client_mark', 'client_search'];

import { Module } from '@nestjs/common';
import { Vault } from '#libs/privacy';
import { DATABASE, service, SETTINGS, type Settings } from '#libs/service';
import { CareListController } from './care-log/care-list/care-list.controller.js';
import { CareNotesQuery } from './care-log/care-notes.query.js';
import { NoteCareController } from './care-log/note-care/note-care.controller.js';
import { NoteCareHandler } from './care-log/note-care/note-care.handler.js';
import { LookUpClientController } from './client-lookup/look-up-client/look-up-client.controller.js';
import { LookUpClientHandler } from './client-lookup/look-up-client/look-up-client.handler.js';
import { ClientGlanceController } from './client/client-glance/client-glance.controller.js';
import { ClientGlanceQuery } from './client/client-glance/client-glance.query.js';
import { fileQuality } from './client/files-to-update/file-quality.projection.js';
import { FilesToUpdateController } from './client/files-to-update/files-to-update.controller.js';
import { FilesToUpdateQuery } from './client/files-to-update/files-to-update.query.js';
import { GreetingsQuery } from './client/greetings.query.js';
import { ReviewFileController } from './client/review-file/review-file.controller.js';
import { ReviewFileHandler } from './client/review-file/review-file.handler.js';
import { ClientExportListController } from './client-export/client-export-list/client-export-list.controller.js';
import { clientExportList } from './client-export/client-export-list/client-export-list.projection.js';
import { ClientExportListQuery } from './client-export/client-export-list/client-export-list.query.js';
import { clientOfStore } from './client-export/client-of-store/client-of-store.projection.js';
import { ExportClientsController } from './client-export/export-clients/export-clients.controller.js';
import { ExportClientsHandler } from './client-export/export-clients/export-clients.handler.js';
import { ExportedFilesQuery } from './client-export/exported-files.query.js';
import { ClientLinksController } from './client-link/client-links/client-links.controller.js';
import { ClientLinksQuery } from './client-link/client-links.query.js';
import { MergeClientsController } from './client-link/merge-clients/merge-clients.controller.js';
import { MergeClientsHandler } from './client-link/merge-clients/merge-clients.handler.js';
import { UnmergeClientsController } from './client-link/unmerge-clients/unmerge-clients.controller.js';
import { UnmergeClientsHandler } from './client-link/unmerge-clients/unmerge-clients.handler.js';
import { ClientClassificationController } from './classification/client-classification/client-classification.controller.js';
import { VisitHistoryQuery } from './noted-visit/visit-history.query.js';
import { AddLeadController } from './client/add-lead/add-lead.controller.js';
import { AddLeadHandler } from './client/add-lead/add-lead.handler.js';
import { ChangeContactController } from './client/change-contact/change-contact.controller.js';
import { ChangeContactHandler } from './client/change-contact/change-contact.handler.js';
import { ClientPageController } from './client/client-page/client-page.controller.js';
import { ClientPageQuery } from './client/client-page/client-page.query.js';
import { ClientSearchController } from './client/client-search/client-search.controller.js';
import { clientSearch } from './client/client-search/client-search.projection.js';
import { ClientSearchQuery } from './client/client-search/client-search.query.js';
import { OpenedLog } from './client/client-search/opened-log.query.js';
import { ClientsQuery } from './client/clients.query.js';
import { ContactsQuery } from './client/contacts.query.js';
import { FilesQuery } from './client/files.query.js';
import { PurposeNoticeController } from './client/purpose-notice/purpose-notice.controller.js';
import { QualifyLeadOnVisitCompleted } from './client/qualify-lead/on-visit-completed.consumer.js';
import { QualifyLeadController } from './client/qualify-lead/qualify-lead.controller.js';
import { QualifyLeadHandler } from './client/qualify-lead/qualify-lead.handler.js';
import { RegisterClientController } from './client/register-client/register-client.controller.js';
import { RegisterClientHandler } from './client/register-client/register-client.handler.js';
import { RegisterClientsController } from './client/register-client/register-clients.controller.js';
import { UpdateFileController } from './client/update-file/update-file.controller.js';
import { UpdateFileHandler } from './client/update-file/update-file.handler.js';
import { AccessLogController } from './reading/access-log/access-log.controller.js';
import { AccessLogQuery } from './reading/access-log/access-log.query.js';
import { Readings } from './reading/readings.process.js';
import { GiveConsentController } from './consent/give-consent/give-consent.controller.js';
import { GiveConsentHandler } from './consent/give-consent/give-consent.handler.js';
import { WithdrawConsentController } from './consent/withdraw-consent/withdraw-consent.controller.js';
import { WithdrawConsentHandler } from './consent/withdraw-consent/withdraw-consent.handler.js';
import { ConsentListController } from './consent/consent-list/consent-list.controller.js';
import { ConsentListQuery } from './consent/consent-list/consent-list.query.js';
import { SealedForHer } from './client/sealed-for-her.query.js';
import { HealthAccessQuery } from './health/health-access.query.js';
import { TakeHealthNoteController } from './health/take-health-note/take-health-note.controller.js';
import { TakeHealthNoteHandler } from './health/take-health-note/take-health-note.handler.js';
import { StrikeHealthNoteController } from './health/strike-health-note/strike-health-note.controller.js';
import { StrikeHealthNoteHandler } from './health/strike-health-note/strike-health-note.handler.js';
import { BreakGlassController } from './health/break-glass/break-glass.controller.js';
import { BreakGlassHandler } from './health/break-glass/break-glass.handler.js';
import { HealthNotesController } from './health/health-notes/health-notes.controller.js';
import { CheckItemController } from './health/check-item/check-item.controller.js';
import { HealthNotesQuery } from './health/health-notes.query.js';
import { LearnItemHandler } from './known-item/learn-item/learn-item.handler.js';
import { LearnItemOnItemOffered } from './known-item/learn-item/on-item-offered.consumer.js';
import { LastVisitQuery } from './noted-visit/last-visit.query.js';
import { BrokenGlassController } from './health/broken-glass/broken-glass.controller.js';
import { BrokenGlassQuery } from './health/broken-glass/broken-glass.query.js';
import { brokenGlass } from './health/broken-glass/broken-glass.projection.js';
import { EraseClientHandler } from './client/erase-client/erase-client.handler.js';
import { OrderErasureController } from './erasure/order-erasure/order-erasure.controller.js';
import { OrderErasureHandler } from './erasure/order-erasure/order-erasure.handler.js';
import { CarryOutErasureHandler } from './erasure/carry-out-erasure/carry-out-erasure.handler.js';
import { AcknowledgeErasureOnAcknowledged } from './erasure/acknowledge-erasure/on-erasure-acknowledged.consumer.js';
import { AcknowledgeErasureHandler } from './erasure/acknowledge-erasure/acknowledge-erasure.handler.js';
import { CertificateController } from './erasure/certificate/certificate.controller.js';
import { CertificateQuery } from './erasure/certificate/certificate.query.js';
import { ErasureProcess } from './erasure/erasure.process.js';
import { ERASURES, ErasuresFile } from './erasure/erasures-file.process.js';
import { erasureList } from './erasure/erasure-list/erasure-list.projection.js';
import { BACKUP_DAYS, backupDays, COUNTRY_CODE, countryCode, openVault } from './clients.config.js';
import { SubjectKey1700000000100 } from './migrations/1700000000100-subject-key.js';
import { KeyWrapping1700000000110 } from './migrations/1700000000110-key-wrapping.js';
import { KnownClientQuery } from './client/known-client.query.js';
import { ClientVisitsController } from './noted-visit/client-visits/client-visits.controller.js';
import { clientVisits } from './noted-visit/client-visits/client-visits.projection.js';
import { ClientVisitsQuery } from './noted-visit/client-visits/client-visits.query.js';
import { NoteReturnHandler } from './noted-visit/note-return/note-return.handler.js';
import { NoteReturnOnGoodsReturned } from './noted-visit/note-return/on-goods-returned.consumer.js';
import { NoteVisitHandler } from './noted-visit/note-visit/note-visit.handler.js';
import { NoteVisitOnVisitCompleted } from './noted-visit/note-visit/on-visit-completed.consumer.js';
import { clientPublisher } from './publishing/client.publisher.js';
import { RewrapKeysProcess } from './subject-key/rewrap-keys.process.js';

@Module({
  imports: [
    service({
      name: 'clients',
      publisher: clientPublisher,
      logSourceOf: {
        [clientSearch.name]: async (log, database, settings) =>
          new OpenedLog(log, await openVault(database, settings), countryCode()),
      },
      migrations: [SubjectKey1700000000100, KeyWrapping1700000000110],
      views: [
        clientOfStore,
        clientExportList,
        brokenGlass,
        clientVisits,
        clientSearch,
        erasureList,
        fileQuality,
      ],
    }),
  ],
  controllers: [
    RegisterClientController,
    RegisterClientsController,
    AddLeadController,
    QualifyLeadController,
    ClientSearchController,
    ClientPageController,
    ExportClientsController,
    ClientExportListController,
    QualifyLeadOnVisitCompleted,
    PurposeNoticeController,
    ChangeContactController,
    UpdateFileController,
    CareListController,
    NoteCareController,
    LookUpClientController,
    ClientGlanceController,
    FilesToUpdateController,
    ReviewFileController,
    NoteVisitOnVisitCompleted,
    NoteReturnOnGoodsReturned,
    ClientVisitsController,
    MergeClientsController,
    UnmergeClientsController,
    ClientLinksController,
    ClientClassificationController,
    AccessLogController,
    GiveConsentController,
    WithdrawConsentController,
    ConsentListController,
    TakeHealthNoteController,
    StrikeHealthNoteController,
    BreakGlassController,
    HealthNotesController,
    CheckItemController,
    LearnItemOnItemOffered,
    BrokenGlassController,
    NoteVisitOnVisitCompleted,
    NoteReturnOnGoodsReturned,
    ClientVisitsController,
    OrderErasureController,
    AcknowledgeErasureOnAcknowledged,
    CertificateController,
  ],
  providers: [
    {
      provide: ERASURES,
      inject: [SETTINGS],
      useFactory: ({ dataFolder }: Settings) => new ErasuresFile(dataFolder),
    },
    { provide: Vault, inject: [DATABASE, SETTINGS, ERASURES], useFactory: openVault },
    { provide: BACKUP_DAYS, useFactory: backupDays },
    { provide: COUNTRY_CODE, useFactory: countryCode },
    RewrapKeysProcess,
    ContactsQuery,
    RegisterClientHandler,
    AddLeadHandler,
    QualifyLeadHandler,
    ClientSearchQuery,
    ClientPageQuery,
    ClientsQuery,
    FilesQuery,
    ChangeContactHandler,
    UpdateFileHandler,
    CareNotesQuery,
    NoteCareHandler,
    LookUpClientHandler,
    ClientGlanceQuery,
    FilesToUpdateQuery,
    GreetingsQuery,
    ReviewFileHandler,
    ExportClientsHandler,
    ExportedFilesQuery,
    ClientExportListQuery,
    KnownClientQuery,
    NoteVisitHandler,
    NoteReturnHandler,
    ClientVisitsQuery,
    MergeClientsHandler,
    UnmergeClientsHandler,
    ClientLinksQuery,
    VisitHistoryQuery,
    AccessLogQuery,
    Readings,
    GiveConsentHandler,
    WithdrawConsentHandler,
    ConsentListQuery,
    SealedForHer,
    HealthAccessQuery,
    TakeHealthNoteHandler,
    StrikeHealthNoteHandler,
    BreakGlassHandler,
    HealthNotesQuery,
    LearnItemHandler,
    LastVisitQuery,
    BrokenGlassQuery,
    KnownClientQuery,
    NoteVisitHandler,
    NoteReturnHandler,
    ClientVisitsQuery,
    OrderErasureHandler,
    CarryOutErasureHandler,
    EraseClientHandler,
    AcknowledgeErasureHandler,
    CertificateQuery,
    ErasureProcess,
  ],
})
export class ClientsModule {}

import { AddLeadController } from './add-lead/add-lead.controller.js';
import { AddLeadHandler } from './add-lead/add-lead.handler.js';
import { ChangeContactController } from './change-contact/change-contact.controller.js';
import { ChangeContactHandler } from './change-contact/change-contact.handler.js';
import { ClassLeadController } from './class-lead/class-lead.controller.js';
import { ClassLeadHandler } from './class-lead/class-lead.handler.js';
import { ClientGlanceController } from './client-glance/client-glance.controller.js';
import { ClientGlanceQuery } from './client-glance/client-glance.query.js';
import { clientOfStore } from './client-of-store/client-of-store.projection.js';
import { ClientPageController } from './client-page/client-page.controller.js';
import { ClientPageQuery } from './client-page/client-page.query.js';
import { ClientSearchController } from './client-search/client-search.controller.js';
import { clientSearch } from './client-search/client-search.projection.js';
import { ClientSearchQuery } from './client-search/client-search.query.js';
import { ClientsQuery } from './clients.query.js';
import { ContactsQuery } from './contacts.query.js';
import { EraseClientHandler } from './erase-client/erase-client.handler.js';
import { fileQuality } from './files-to-update/file-quality.projection.js';
import { FilesToUpdateController } from './files-to-update/files-to-update.controller.js';
import { FilesToUpdateQuery } from './files-to-update/files-to-update.query.js';
import { FilesQuery } from './files.query.js';
import { GreetingsQuery } from './greetings.query.js';
import { KnownClientQuery } from './known-client.query.js';
import { LeadListController } from './lead-list/lead-list.controller.js';
import { leadList } from './lead-list/lead-list.projection.js';
import { TakenContactQuery } from './taken-contact.query.js';
import { LeadListQuery } from './lead-list/lead-list.query.js';
import { NoteLossController } from './note-loss/note-loss.controller.js';
import { NoteLossHandler } from './note-loss/note-loss.handler.js';
import { PurposeNoticeController } from './purpose-notice/purpose-notice.controller.js';
import { QualifyLeadOnVisitCompleted } from './qualify-lead/on-visit-completed.consumer.js';
import { QualifyLeadController } from './qualify-lead/qualify-lead.controller.js';
import { QualifyLeadHandler } from './qualify-lead/qualify-lead.handler.js';
import { FillFileHandler } from './register-client/fill-file.handler.js';
import { PastClients } from './register-client/past-clients.process.js';
import { RegisterClientController } from './register-client/register-client.controller.js';
import { RegisterClientHandler } from './register-client/register-client.handler.js';
import { RegisterClientsController } from './register-client/register-clients.controller.js';
import { RestrictClientHandler } from './restrict-client/restrict-client.handler.js';
import { ReviewFileController } from './review-file/review-file.controller.js';
import { ReviewFileHandler } from './review-file/review-file.handler.js';
import { SealedForHer } from './sealed-for-her.query.js';
import { StoresOfClientsQuery } from './stores-of-clients.query.js';
import { UpdateFileController } from './update-file/update-file.controller.js';
import { UpdateFileHandler } from './update-file/update-file.handler.js';
import { WinBackClientOnVisitCompleted } from './win-back-client/on-visit-completed.consumer.js';
import { WinBackClientController } from './win-back-client/win-back-client.controller.js';
import { WinBackClientHandler } from './win-back-client/win-back-client.handler.js';

export const clientSlices = {
  controllers: [
    RegisterClientController,
    RegisterClientsController,
    AddLeadController,
    LeadListController,
    ClassLeadController,
    QualifyLeadController,
    ClientSearchController,
    ClientPageController,
    QualifyLeadOnVisitCompleted,
    PurposeNoticeController,
    ChangeContactController,
    UpdateFileController,
    ClientGlanceController,
    FilesToUpdateController,
    ReviewFileController,
    NoteLossController,
    WinBackClientController,
    WinBackClientOnVisitCompleted,
  ],
  providers: [
    ContactsQuery,
    RegisterClientHandler,
    PastClients,
    FillFileHandler,
    AddLeadHandler,
    LeadListQuery,
    ClassLeadHandler,
    QualifyLeadHandler,
    ClientSearchQuery,
    ClientPageQuery,
    ClientsQuery,
    FilesQuery,
    ChangeContactHandler,
    UpdateFileHandler,
    ClientGlanceQuery,
    FilesToUpdateQuery,
    GreetingsQuery,
    RestrictClientHandler,
    ReviewFileHandler,
    NoteLossHandler,
    WinBackClientHandler,
    KnownClientQuery,
    TakenContactQuery,
    SealedForHer,
    StoresOfClientsQuery,
    EraseClientHandler,
  ],
  views: [clientOfStore, clientSearch, fileQuality, leadList],
};

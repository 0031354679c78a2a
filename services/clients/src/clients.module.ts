import { Module } from '@nestjs/common';
import { Vault } from '#libs/privacy';
import { DATABASE, service, SETTINGS } from '#libs/service';
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
import { AddLeadController } from './client/add-lead/add-lead.controller.js';
import { AddLeadHandler } from './client/add-lead/add-lead.handler.js';
import { ClientPageController } from './client/client-page/client-page.controller.js';
import { ClientPageQuery } from './client/client-page/client-page.query.js';
import { ContactsQuery } from './client/contacts.query.js';
import { QualifyLeadOnVisitCompleted } from './client/qualify-lead/on-visit-completed.consumer.js';
import { QualifyLeadController } from './client/qualify-lead/qualify-lead.controller.js';
import { QualifyLeadHandler } from './client/qualify-lead/qualify-lead.handler.js';
import { RegisterClientController } from './client/register-client/register-client.controller.js';
import { RegisterClientHandler } from './client/register-client/register-client.handler.js';
import { RegisterClientsController } from './client/register-client/register-clients.controller.js';
import { COUNTRY_CODE, countryCode, openVault } from './clients.config.js';
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
      migrations: [SubjectKey1700000000100, KeyWrapping1700000000110],
      views: [clientOfStore, clientExportList, clientVisits],
    }),
  ],
  controllers: [
    RegisterClientController,
    RegisterClientsController,
    AddLeadController,
    QualifyLeadController,
    ClientPageController,
    ExportClientsController,
    ClientExportListController,
    QualifyLeadOnVisitCompleted,
    NoteVisitOnVisitCompleted,
    NoteReturnOnGoodsReturned,
    ClientVisitsController,
    MergeClientsController,
    UnmergeClientsController,
    ClientLinksController,
  ],
  providers: [
    { provide: Vault, inject: [DATABASE, SETTINGS], useFactory: openVault },
    { provide: COUNTRY_CODE, useFactory: countryCode },
    RewrapKeysProcess,
    ContactsQuery,
    RegisterClientHandler,
    AddLeadHandler,
    QualifyLeadHandler,
    ClientPageQuery,
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
  ],
})
export class ClientsModule {}

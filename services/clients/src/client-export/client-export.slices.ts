import { ClientExportListController } from './client-export-list/client-export-list.controller.js';
import { clientExportList } from './client-export-list/client-export-list.projection.js';
import { ClientExportListQuery } from './client-export-list/client-export-list.query.js';
import { ExportClientsController } from './export-clients/export-clients.controller.js';
import { ExportClientsHandler } from './export-clients/export-clients.handler.js';
import { ExportedFilesQuery } from './exported-files.query.js';
import { GivenToQuery } from './given-to.query.js';
import { LeftForAbroadController } from './left-for-abroad/left-for-abroad.controller.js';
import { leftForAbroad } from './left-for-abroad/left-for-abroad.projection.js';
import { LeftForAbroadQuery } from './left-for-abroad/left-for-abroad.query.js';

export const clientExportSlices = {
  controllers: [ExportClientsController, ClientExportListController, LeftForAbroadController],
  providers: [
    ExportClientsHandler,
    ExportedFilesQuery,
    GivenToQuery,
    ClientExportListQuery,
    LeftForAbroadQuery,
  ],
  views: [clientExportList, leftForAbroad],
};

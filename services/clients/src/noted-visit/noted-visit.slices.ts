import { ClientVisitsController } from './client-visits/client-visits.controller.js';
import { clientVisits } from './client-visits/client-visits.projection.js';
import { ClientVisitsQuery } from './client-visits/client-visits.query.js';
import { LastVisitQuery } from './last-visit.query.js';
import { NoteReturnHandler } from './note-return/note-return.handler.js';
import { NoteReturnOnGoodsReturned } from './note-return/on-goods-returned.consumer.js';
import { NoteVisitHandler } from './note-visit/note-visit.handler.js';
import { NoteVisitOnVisitCompleted } from './note-visit/on-visit-completed.consumer.js';
import { PurchasesController } from './purchases/purchases.controller.js';
import { PurchasesQuery } from './purchases.query.js';
import { VisitHistoryQuery } from './visit-history.query.js';

export const notedVisitSlices = {
  controllers: [
    NoteVisitOnVisitCompleted,
    NoteReturnOnGoodsReturned,
    ClientVisitsController,
    PurchasesController,
  ],
  providers: [
    NoteVisitHandler,
    NoteReturnHandler,
    ClientVisitsQuery,
    PurchasesQuery,
    VisitHistoryQuery,
    LastVisitQuery,
  ],
  views: [clientVisits],
};

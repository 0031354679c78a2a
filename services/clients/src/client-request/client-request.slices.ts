import { AnswerRequestController } from './answer-request/answer-request.controller.js';
import { AnswerRequestHandler } from './answer-request/answer-request.handler.js';
import { ClientRequestListController } from './client-request-list/client-request-list.controller.js';
import { clientRequestList } from './client-request-list/client-request-list.projection.js';
import { ClientRequestListQuery } from './client-request-list/client-request-list.query.js';
import { MakeRequestController } from './make-request/make-request.controller.js';
import { MakeRequestHandler } from './make-request/make-request.handler.js';
import { RefuseRequestController } from './refuse-request/refuse-request.controller.js';
import { RefuseRequestHandler } from './refuse-request/refuse-request.handler.js';

export const clientRequestSlices = {
  controllers: [
    MakeRequestController,
    AnswerRequestController,
    RefuseRequestController,
    ClientRequestListController,
  ],
  providers: [MakeRequestHandler, AnswerRequestHandler, RefuseRequestHandler, ClientRequestListQuery],
  views: [clientRequestList],
};

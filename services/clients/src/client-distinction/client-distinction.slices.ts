import { distinctPair } from './distinct-pair/distinct-pair.projection.js';
import { DistinguishClientsController } from './distinguish-clients/distinguish-clients.controller.js';
import { DistinguishClientsHandler } from './distinguish-clients/distinguish-clients.handler.js';
import { clientMark } from './suspected-duplicates/client-mark.projection.js';
import { SuspectedDuplicatesController } from './suspected-duplicates/suspected-duplicates.controller.js';
import { SuspectedDuplicatesQuery } from './suspected-duplicates/suspected-duplicates.query.js';

export const clientDistinctionSlices = {
  controllers: [DistinguishClientsController, SuspectedDuplicatesController],
  providers: [DistinguishClientsHandler, SuspectedDuplicatesQuery],
  views: [clientMark, distinctPair],
};

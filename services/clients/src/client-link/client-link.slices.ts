import { ClientLinksQuery } from './client-links.query.js';
import { ClientLinksController } from './client-links/client-links.controller.js';
import { MergeClientsController } from './merge-clients/merge-clients.controller.js';
import { MergeClientsHandler } from './merge-clients/merge-clients.handler.js';
import { mergedClient } from './merged-client/merged-client.projection.js';
import { UnmergeClientsController } from './unmerge-clients/unmerge-clients.controller.js';
import { UnmergeClientsHandler } from './unmerge-clients/unmerge-clients.handler.js';

export const clientLinkSlices = {
  controllers: [MergeClientsController, UnmergeClientsController, ClientLinksController],
  providers: [MergeClientsHandler, UnmergeClientsHandler, ClientLinksQuery],
  views: [mergedClient],
};

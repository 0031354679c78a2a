import { DocumentInForceController } from './document-in-force/document-in-force.controller.js';
import { DocumentInForceQuery } from './document-in-force/document-in-force.query.js';
import { DocumentListController } from './document-list/document-list.controller.js';
import { DocumentListQuery } from './document-list/document-list.query.js';
import { documentVersion } from './document-list/document-version.projection.js';
import { PublishDocumentController } from './publish-document/publish-document.controller.js';
import { PublishDocumentHandler } from './publish-document/publish-document.handler.js';
import { TodayQuery } from './today.query.js';

export const documentSlices = {
  controllers: [PublishDocumentController, DocumentListController, DocumentInForceController],
  providers: [PublishDocumentHandler, DocumentListQuery, DocumentInForceQuery, TodayQuery],
  views: [documentVersion],
};

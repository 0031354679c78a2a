import { EndProcessorController } from './end-processor/end-processor.controller.js';
import { EndProcessorHandler } from './end-processor/end-processor.handler.js';
import { EngageProcessorController } from './engage-processor/engage-processor.controller.js';
import { EngageProcessorHandler } from './engage-processor/engage-processor.handler.js';
import { InspectProcessorController } from './inspect-processor/inspect-processor.controller.js';
import { InspectProcessorHandler } from './inspect-processor/inspect-processor.handler.js';
import { NoteDataReturnedController } from './note-data-returned/note-data-returned.controller.js';
import { NoteDataReturnedHandler } from './note-data-returned/note-data-returned.handler.js';
import { ProcessorListController } from './processor-list/processor-list.controller.js';
import { processorList } from './processor-list/processor-list.projection.js';
import { ProcessorListQuery } from './processor-list/processor-list.query.js';
import { SettleProcessorFindingController } from './settle-finding/settle-finding.controller.js';
import { SettleProcessorFindingHandler } from './settle-finding/settle-finding.handler.js';

export const processorSlices = {
  controllers: [
    EngageProcessorController,
    EndProcessorController,
    InspectProcessorController,
    SettleProcessorFindingController,
    NoteDataReturnedController,
    ProcessorListController,
  ],
  providers: [
    EngageProcessorHandler,
    EndProcessorHandler,
    InspectProcessorHandler,
    SettleProcessorFindingHandler,
    NoteDataReturnedHandler,
    ProcessorListQuery,
  ],
  views: [processorList],
};

import { Module } from '@nestjs/common';
import { knownLinkSlices, service } from '#libs/service';
import { clientStream } from './client-stream/client-stream.projection.js';
import { AnswerComplaintController } from './complaint/answer-complaint/answer-complaint.controller.js';
import { AnswerComplaintHandler } from './complaint/answer-complaint/answer-complaint.handler.js';
import { BreachComplaintHandler } from './complaint/breach-complaint/breach-complaint.handler.js';
import { CloseComplaintController } from './complaint/close-complaint/close-complaint.controller.js';
import { CloseComplaintHandler } from './complaint/close-complaint/close-complaint.handler.js';
import { ComplaintListController } from './complaint/complaint-list/complaint-list.controller.js';
import { complaintList } from './complaint/complaint-list/complaint-list.projection.js';
import { ComplaintListQuery } from './complaint/complaint-list/complaint-list.query.js';
import { ComplaintPageController } from './complaint/complaint-page/complaint-page.controller.js';
import { commandForTimer, complaintTimers } from './complaint/complaint.process.js';
import { OpenComplaintController } from './complaint/open-complaint/open-complaint.controller.js';
import { OpenComplaintHandler } from './complaint/open-complaint/open-complaint.handler.js';
import { WarnBeforeDueHandler } from './complaint/warn-before-due/warn-before-due.handler.js';
import { KnownStoresQuery } from './known-store/known-stores.query.js';
import { LearnStoreHandler } from './known-store/learn-store/learn-store.handler.js';
import { LearnStoreOnStoreOpened } from './known-store/learn-store/on-store-opened.consumer.js';
import { complaintPublisher } from './publishing/complaint.publisher.js';

@Module({
  imports: [
    service({
      name: 'complaints',
      publisher: complaintPublisher,
      views: [clientStream, complaintList, complaintTimers, ...knownLinkSlices.views],
      commandForTimer,
    }),
  ],
  controllers: [
    OpenComplaintController,
    AnswerComplaintController,
    CloseComplaintController,
    ComplaintListController,
    ComplaintPageController,
    LearnStoreOnStoreOpened,
    ...knownLinkSlices.controllers,
  ],
  providers: [
    OpenComplaintHandler,
    WarnBeforeDueHandler,
    BreachComplaintHandler,
    AnswerComplaintHandler,
    CloseComplaintHandler,
    LearnStoreHandler,
    KnownStoresQuery,
    ComplaintListQuery,
    ...knownLinkSlices.providers,
  ],
})
export class ComplaintsModule {}

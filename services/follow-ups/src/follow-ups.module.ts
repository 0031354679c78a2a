import { Module } from '@nestjs/common';
import { FOLLOWS_LINKS, knownLinkSlices, service } from '#libs/service';
import { clientStream } from './client-stream/client-stream.projection.js';
import { ArrangeTasksHandler } from './follow-up-plan/arrange-tasks/arrange-tasks.handler.js';
import { PersonFollowUps } from './follow-up-plan/person-follow-ups.process.js';
import { EndFollowUpsHandler } from './follow-up-plan/end-follow-ups/end-follow-ups.handler.js';
import { EndFollowUpsOnClientErased } from './follow-up-plan/end-follow-ups/on-client-erased.consumer.js';
import { FallDueHandler } from './follow-up-plan/fall-due/fall-due.handler.js';
import { commandForTimer, followUpTimers } from './follow-up-plan/follow-up-plan.process.js';
import { FollowUpTaskController } from './follow-up-plan/follow-up-task/follow-up-task.controller.js';
import { followUpTask } from './follow-up-plan/follow-up-task/follow-up-task.projection.js';
import { FollowUpTaskQuery } from './follow-up-plan/follow-up-task/follow-up-task.query.js';
import { MakeContactController } from './follow-up-plan/make-contact/make-contact.controller.js';
import { MakeContactHandler } from './follow-up-plan/make-contact/make-contact.handler.js';
import { MissTaskHandler } from './follow-up-plan/miss-task/miss-task.handler.js';
import { PlanFollowUpOnVisitCompleted } from './follow-up-plan/plan-follow-up/on-visit-completed.consumer.js';
import { PlanFollowUpHandler } from './follow-up-plan/plan-follow-up/plan-follow-up.handler.js';
import { TaskClientQuery } from './follow-up-plan/task-client.query.js';
import { followUpPublisher } from './publishing/follow-up.publisher.js';

@Module({
  imports: [
    service({
      name: 'follow-ups',
      publisher: followUpPublisher,
      views: [clientStream, followUpTask, followUpTimers, ...knownLinkSlices.views],
      commandForTimer,
    }),
  ],
  controllers: [
    PlanFollowUpOnVisitCompleted,
    EndFollowUpsOnClientErased,
    MakeContactController,
    FollowUpTaskController,
    ...knownLinkSlices.controllers,
  ],
  providers: [
    PlanFollowUpHandler,
    EndFollowUpsHandler,
    FallDueHandler,
    MissTaskHandler,
    MakeContactHandler,
    ArrangeTasksHandler,
    PersonFollowUps,
    { provide: FOLLOWS_LINKS, useExisting: PersonFollowUps },
    ...knownLinkSlices.providers,
    TaskClientQuery,
    FollowUpTaskQuery,
  ],
})
export class FollowUpsModule {}

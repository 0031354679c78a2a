import { KnownComplaintsQuery } from './known-complaints.query.js';
import { LearnComplaintHandler } from './learn-complaint/learn-complaint.handler.js';
import { LearnComplaintOnComplaintAnswered } from './learn-complaint/on-complaint-answered.consumer.js';
import { LearnComplaintOnComplaintClosed } from './learn-complaint/on-complaint-closed.consumer.js';
import { LearnComplaintOnComplaintOpened } from './learn-complaint/on-complaint-opened.consumer.js';

export const knownComplaintSlices = {
  controllers: [
    LearnComplaintOnComplaintOpened,
    LearnComplaintOnComplaintAnswered,
    LearnComplaintOnComplaintClosed,
  ],
  providers: [LearnComplaintHandler, KnownComplaintsQuery],
};

import { KnownProcessorsQuery } from './known-processors.query.js';
import { LearnEndHandler } from './learn-end/learn-end.handler.js';
import { LearnEndOnProcessorEnded } from './learn-end/on-processor-ended.consumer.js';
import { LearnEngagementHandler } from './learn-engagement/learn-engagement.handler.js';
import { LearnEngagementOnProcessorEngaged } from './learn-engagement/on-processor-engaged.consumer.js';

export const knownProcessorSlices = {
  controllers: [LearnEngagementOnProcessorEngaged, LearnEndOnProcessorEnded],
  providers: [LearnEngagementHandler, LearnEndHandler, KnownProcessorsQuery],
};

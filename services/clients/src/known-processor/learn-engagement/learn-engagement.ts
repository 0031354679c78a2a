import type { Decide } from '#libs/event-sourcing';
import type { KnownProcessorEvent, ProcessorEngagementLearned } from '../known-processor.events.js';
import type { KnownProcessor } from '../known-processor.js';

export class LearnEngagement {
  constructor(readonly data: ProcessorEngagementLearned['data'] & { readonly engagedAt: string }) {}
}

/** What is heard of again teaches nothing: after an end, it would begin once more. */
export const learnEngagement: Decide<LearnEngagement, KnownProcessor, KnownProcessorEvent> = (
  { data },
  { version },
) => {
  const { engagedAt: occurredAt, ...learned } = data;
  if (learned.version <= version) return [];
  return [{ type: 'ProcessorEngagementLearned', occurredAt, storeId: null, data: learned }];
};

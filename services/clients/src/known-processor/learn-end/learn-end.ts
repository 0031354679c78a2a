import type { Decide } from '#libs/event-sourcing';
import type { KnownProcessorEvent, ProcessorEndLearned } from '../known-processor.events.js';
import type { KnownProcessor } from '../known-processor.js';

export class LearnEnd {
  constructor(readonly data: ProcessorEndLearned['data'] & { readonly decidedAt: string }) {}
}

/** What is heard of again teaches nothing: it would end what was agreed since. */
export const learnEnd: Decide<LearnEnd, KnownProcessor, KnownProcessorEvent> = ({ data }, { version }) => {
  const { decidedAt: occurredAt, ...learned } = data;
  if (learned.version <= version) return [];
  return [{ type: 'ProcessorEndLearned', occurredAt, storeId: null, data: learned }];
};

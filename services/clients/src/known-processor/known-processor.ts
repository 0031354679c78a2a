import { latest } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { KnownProcessorEvent, ProcessorEngagementLearned } from './known-processor.events.js';

export type KnownAgreement = Omit<ProcessorEngagementLearned['data'], 'processorId' | 'version'>;

/** What was agreed with who handles data of clients for the chain. */
export interface KnownProcessor {
  /** Of what was heard last; 0 where nothing was. */
  readonly version: number;
  readonly agreements: readonly KnownAgreement[];
}

export const knownProcessor: Aggregate<KnownProcessor, KnownProcessorEvent> = {
  category: 'known-processor',
  initial: { version: 0, agreements: [] },
  evolve: ({ agreements }, { type, data }) => {
    switch (type) {
      case 'ProcessorEngagementLearned': {
        const { processorId: _, version, ...agreement } = data;
        return { version, agreements: [...agreements, agreement] };
      }
      case 'ProcessorEndLearned': {
        const { version, endedOn } = data;
        const begun = agreements.filter(({ effectiveFrom }) => effectiveFrom <= endedOn);
        const ended = begun.map((one) => (one.until > endedOn ? { ...one, until: endedOn } : one));
        return { version, agreements: ended };
      }
    }
  },
};

/** What holds on a day. */
export const agreementOn = ({ agreements }: KnownProcessor, day: string): KnownAgreement | undefined => {
  const last = latest(agreements, day);
  return last !== undefined && day <= last.until ? last : undefined;
};

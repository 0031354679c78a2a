import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ProcessorEnded, ProcessorEvent } from '../processor.events.js';
import { agreedBy, checkEngaged, mayHaveCome, type Agreed, type Processor } from '../processor.js';

export class EndProcessor {
  constructor(readonly data: Omit<ProcessorEnded['data'], 'version'> & { readonly decidedAt: string }) {}
}

/**
 * The last day of work, before the one agreed; what was agreed for later is void. Where nothing has begun yet, any day before it will do.
 * Ending what ends that day anyway changes nothing.
 */
export const endProcessor: Decide<EndProcessor, Processor, ProcessorEvent> = ({ data }, state) => {
  const { decidedAt: occurredAt, ...ended } = data;
  const { processorId, endedOn } = ended;
  checkEngaged(processorId, state);
  const lastDay = agreedBy(state, endedOn)?.lastDay ?? null;
  const later = state.agreed.filter(({ effectiveFrom }) => effectiveFrom > endedOn);
  if (later.length === 0) {
    if (lastDay === endedOn) return [];
    if (lastDay === null || lastDay < endedOn) {
      const sentence = 'No agreement holds on that day, nor later. Name the last day on which one does.';
      throw new Rejection('no-agreement-in-force', sentence, { processorId, endedOn });
    }
  }
  if (lastDay === null) checkNotBegun(later, occurredAt);
  const version = state.version + 1;
  return [{ type: 'ProcessorEnded', occurredAt, storeId: null, data: { ...ended, version } }];
};

/** Who may have been given data is not forgotten, but is to give it back. */
const checkNotBegun = (agreed: readonly Agreed[], now: string): void => {
  const begun = agreed.find(({ effectiveFrom }) => mayHaveCome(effectiveFrom, now));
  if (begun === undefined) return;
  const sentence = 'Its work has begun. Name its first day, or a later one.';
  throw new Rejection('agreement-begun', sentence, { effectiveFrom: begun.effectiveFrom });
};

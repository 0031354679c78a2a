import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ProcessorEnded, ProcessorEvent } from '../processor.events.js';
import { agreedBy, checkEngaged, type Processor } from '../processor.js';

export class EndProcessor {
  constructor(readonly data: Omit<ProcessorEnded['data'], 'version'> & { readonly decidedAt: string }) {}
}

/** The last day of work, before the one agreed; what was agreed for later is void. Ending what ends that day anyway changes nothing. */
export const endProcessor: Decide<EndProcessor, Processor, ProcessorEvent> = ({ data }, state) => {
  const { decidedAt: occurredAt, ...ended } = data;
  const { processorId, endedOn } = ended;
  checkEngaged(processorId, state);
  const last = agreedBy(state, endedOn);
  if (last === undefined || last.lastDay < endedOn) {
    const sentence = 'No agreement holds on that day. Name the last day on which one does.';
    throw new Rejection('no-agreement-in-force', sentence, { processorId, endedOn });
  }
  const later = state.agreed.some(({ effectiveFrom }) => effectiveFrom > endedOn);
  if (last.lastDay === endedOn && !later) return [];
  const version = state.version + 1;
  return [{ type: 'ProcessorEnded', occurredAt, storeId: null, data: { ...ended, version } }];
};

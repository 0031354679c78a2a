import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ProcessorDataReturned, ProcessorEvent } from '../processor.events.js';
import { agreedUpTo, checkHappened, type Processor } from '../processor.js';

export class NoteDataReturned {
  constructor(readonly data: ProcessorDataReturned['data'] & { readonly recordedAt: string }) {}
}

/** On the last day of work, or after it: before, it could be given more. Told otherwise of a day, it is what was told last. */
export const noteDataReturned: Decide<NoteDataReturned, Processor, ProcessorEvent> = ({ data }, state) => {
  const { recordedAt: occurredAt, ...returned } = data;
  const { processorId, returnedOn, how, shownBy } = returned;
  const { lastDay } = agreedUpTo(processorId, state, returnedOn);
  if (returnedOn < lastDay) {
    const sentence =
      'It works for the salon after that day, too. End that before, or name a day on which it was over.';
    throw new Rejection('agreement-in-force', sentence, { processorId, lastDay });
  }
  checkHappened(returnedOn, occurredAt);
  const same = state.returns.find((one) => one.returnedOn === returnedOn);
  if (same?.how === how && same.shownBy === shownBy) return [];
  return [{ type: 'ProcessorDataReturned', occurredAt, storeId: null, data: returned }];
};

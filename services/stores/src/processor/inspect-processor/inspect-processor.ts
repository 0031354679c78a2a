import { inWords } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { ProcessorEvent, ProcessorInspected } from '../processor.events.js';
import { agreedUpTo, checkHappened, type Processor } from '../processor.js';

export class InspectProcessor {
  constructor(readonly data: ProcessorInspected['data'] & { readonly recordedAt: string }) {}
}

/** One a day; told otherwise, it is what was told last. After the work is over, too: whether nothing was kept. */
export const inspectProcessor: Decide<InspectProcessor, Processor, ProcessorEvent> = ({ data }, state) => {
  const { recordedAt: occurredAt, ...told } = data;
  const { processorId, inspectedOn } = told;
  agreedUpTo(processorId, state, inspectedOn);
  checkHappened(inspectedOn, occurredAt);
  const inspected = { ...told, findings: told.findings.toSorted() };
  const same = state.inspections.find((one) => one.inspectedOn === inspectedOn);
  const before = same?.findings.map(({ finding }) => finding);
  if (inWords(before) === inWords(inspected.findings)) return [];
  return [{ type: 'ProcessorInspected', occurredAt, storeId: null, data: inspected }];
};

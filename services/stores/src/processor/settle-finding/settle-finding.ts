import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ProcessorEvent, ProcessorFindingSettled } from '../processor.events.js';
import { checkEngaged, checkHappened, type Processor } from '../processor.js';

export class SettleProcessorFinding {
  constructor(readonly data: ProcessorFindingSettled['data'] & { readonly recordedAt: string }) {}
}

/** What was found is in order; told otherwise, it is what was told last. */
export const settleFinding: Decide<SettleProcessorFinding, Processor, ProcessorEvent> = ({ data }, state) => {
  const { recordedAt: occurredAt, ...settled } = data;
  const { processorId, inspectedOn, finding, settledOn, shownBy } = settled;
  checkEngaged(processorId, state);
  const found = state.inspections
    .find((one) => one.inspectedOn === inspectedOn)
    ?.findings.find((one) => one.finding === finding);
  if (found === undefined) {
    const sentence = 'Nothing like this was found on that day.';
    throw new Rejection('unknown-finding', sentence, { processorId, inspectedOn, finding }, 'not-found');
  }
  if (settledOn < inspectedOn) {
    const sentence = 'It was found after that day.';
    throw new Rejection('settled-before-found', sentence, { inspectedOn, settledOn });
  }
  checkHappened(settledOn, occurredAt);
  if (found.settled?.settledOn === settledOn && found.settled.shownBy === shownBy) return [];
  return [{ type: 'ProcessorFindingSettled', occurredAt, storeId: null, data: settled }];
};

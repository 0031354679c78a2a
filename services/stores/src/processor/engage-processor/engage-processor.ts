import { addDays } from '#libs/calendar';
import { inWords } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Agreement, ProcessorEngaged, ProcessorEvent } from '../processor.events.js';
import type { Agreed, Processor } from '../processor.js';

export class EngageProcessor {
  constructor(
    readonly data: {
      readonly processorId: string;
      readonly agreement: Agreement;
      readonly engagedAt: string;
    },
  ) {}
}

/**
 * An agreement holds from its first day to its last, whenever that is told. Under its own number it is changed from a day on, all of it
 * said anew; another number begins when the one before is over. What was ended is not agreed once more for the days after.
 */
export const engageProcessor: Decide<EngageProcessor, Processor, ProcessorEvent> = ({ data }, state) => {
  const { processorId, agreement, engagedAt: occurredAt } = data;
  const { effectiveFrom, until } = agreement;
  if (until < effectiveFrom) {
    throw new Rejection('ends-before-it-begins', 'The last day comes before the first.', {
      ...{ from: effectiveFrom, until },
    });
  }
  const same = state.agreed.findLast((one) => one.effectiveFrom === effectiveFrom);
  if (same !== undefined && inWords(same.agreement) === inWords(agreement)) return [];
  checkEnds(agreement, state.agreed);
  checkOverlaps(agreement, state.agreed);
  const version = state.version + 1;
  const engaged: ProcessorEngaged['data'] = { processorId, version, agreement };
  return [{ type: 'ProcessorEngaged', occurredAt, storeId: null, data: engaged }];
};

const checkEnds = ({ effectiveFrom, until }: Agreement, agreed: readonly Agreed[]): void => {
  const ended = agreed.find(
    ({ endReason, lastDay }) => endReason !== null && effectiveFrom <= lastDay && lastDay < until,
  );
  if (ended === undefined) return;
  const sentence = 'This was ended on a day before its last. Agree anew from the day after that.';
  throw new Rejection('agreement-ended', sentence, { endedOn: ended.lastDay });
};

const checkOverlaps = (
  { agreementNumber, effectiveFrom, until }: Agreement,
  all: readonly Agreed[],
): void => {
  const other = held(all).find(
    ({ agreement, effectiveFrom: from, lastDay }) =>
      agreement.agreementNumber !== agreementNumber && from <= until && effectiveFrom <= lastDay,
  );
  if (other === undefined) return;
  const sentence =
    'Another agreement holds on some of these days. Begin after its last day, end it before, or change it under its own number.';
  throw new Rejection('agreements-overlap', sentence, {
    agreementNumber: other.agreement.agreementNumber,
    ...{ from: other.effectiveFrom, until: other.lastDay },
  });
};

/** Each with the days on which it holds: until the next begins; of one first day, the one agreed last. */
const held = (agreed: readonly Agreed[]): Agreed[] => {
  const byFirstDay = new Map(agreed.map((one) => [one.effectiveFrom, one]));
  const inOrder = [...byFirstDay.values()].sort((one, other) =>
    one.effectiveFrom < other.effectiveFrom ? -1 : 1,
  );
  return inOrder.map((one, at) => {
    const next = inOrder[at + 1];
    if (next === undefined || next.effectiveFrom > one.lastDay) return one;
    return { ...one, lastDay: addDays(next.effectiveFrom, -1) };
  });
};

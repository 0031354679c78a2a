import type { Projection, Recorded } from '#libs/event-sourcing';
import type { ProcessorEvent } from '../processor.events.js';
import { processor, type Processor } from '../processor.js';

/** A processor with all that was agreed and found: how it stands depends on the day it is asked for. */
export interface ProcessorRow extends Processor {
  processorId: string;
}

type Rows = Parameters<(typeof processorList)['on']['ProcessorEngaged']>[1];

const folded = (fact: Recorded<ProcessorEvent>, rows: Rows): void => {
  const { processorId } = fact.data;
  rows.set(processorId, {
    processorId,
    ...processor.evolve(rows.get(processorId) ?? processor.initial, fact),
  });
};

export const processorList: Projection<ProcessorEvent, ProcessorRow> = {
  name: 'processor_list',
  of: ['processor'],
  columns: {
    processorId: 'text',
    version: 'integer not null',
    agreed: 'json not null',
    inspections: 'json not null',
    returns: 'json not null',
  },
  key: 'processorId',
  reads: ({ data: { processorId } }) => [processorId],
  on: {
    ProcessorEngaged: folded,
    ProcessorEnded: folded,
    ProcessorInspected: folded,
    ProcessorFindingSettled: folded,
    ProcessorDataReturned: folded,
  },
};

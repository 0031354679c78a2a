import type {
  Agreement,
  ProcessorDataReturned,
  ProcessorEnded,
  ProcessorEngaged,
  ProcessorFindingSettled,
  ProcessorInspected,
} from '../processor/processor.events.js';
import { morning, staffId } from './staff.builders.js';

const processorId = 'text-messages';
const fact = { occurredAt: morning, storeId: null };

export const anAgreement = (agreement: Partial<Agreement> = {}): Agreement => ({
  ...{ agreementNumber: 'SH-2026-041', effectiveFrom: '2026-03-01', until: '2026-12-31' },
  ...{ name: 'Shanghai Messages Ltd', country: 'CN', engagedBy: null, storeIds: null },
  ...{ purposes: ['administration'], processing: 'Sends messages about appointments', kinds: ['contact'] },
  ...{ measures: 'Encrypted', assessment: 'text-messages', inspectEveryMonths: 6, subProcessors: [] },
  ...agreement,
});

export const aProcessorEngaged = (agreement: Partial<Agreement> = {}, version = 1): ProcessorEngaged => ({
  ...fact,
  type: 'ProcessorEngaged',
  data: { processorId, version, agreement: anAgreement(agreement) },
});

export const aProcessorEnded = (endedOn = '2026-06-30', version = 2): ProcessorEnded => ({
  ...fact,
  type: 'ProcessorEnded',
  data: { processorId, version, endedOn, reason: 'given-notice' },
});

export const aProcessorInspected = (
  inspectedOn = '2026-03-01',
  findings: readonly string[] = [],
): ProcessorInspected => ({
  ...fact,
  type: 'ProcessorInspected',
  data: { processorId, inspectedOn, by: staffId, findings },
});

export const aProcessorFindingSettled = (
  data: Partial<ProcessorFindingSettled['data']> = {},
): ProcessorFindingSettled => ({
  ...fact,
  type: 'ProcessorFindingSettled',
  data: {
    ...{ processorId, inspectedOn: '2026-03-01', finding: 'no-access-log' },
    ...{ settledOn: '2026-03-02', shownBy: 'letter 12' },
    ...data,
  },
});

export const processorDataReturned = (
  returnedOn = '2026-06-30',
  data: Partial<ProcessorDataReturned['data']> = {},
): ProcessorDataReturned => ({
  ...fact,
  type: 'ProcessorDataReturned',
  data: { processorId, returnedOn, how: 'destroyed', shownBy: 'letter 14', ...data },
});

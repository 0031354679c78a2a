import type {
  ProcessorEndLearned,
  ProcessorEngagementLearned,
} from '../known-processor/known-processor.events.js';

const fact = { occurredAt: '2026-02-20T02:00:00.000Z', storeId: null };
const processorId = 'messages';

export const aProcessorEngagementLearned = (
  data: Partial<ProcessorEngagementLearned['data']> = {},
): ProcessorEngagementLearned => ({
  ...fact,
  type: 'ProcessorEngagementLearned',
  data: {
    ...{ processorId, version: 1, effectiveFrom: '2026-03-01', until: '2026-12-31' },
    ...{ agreementNumber: 'SH-2026-041', name: 'Shanghai Messages Ltd', country: 'CN' },
    ...{ engagedBy: null, storeIds: null, purposes: ['administration'], kinds: ['contact'] },
    subProcessors: [],
    ...data,
  },
});

export const aProcessorEndLearned = (endedOn = '2026-06-30', version = 2): ProcessorEndLearned => ({
  ...fact,
  type: 'ProcessorEndLearned',
  data: { processorId, version, endedOn },
});

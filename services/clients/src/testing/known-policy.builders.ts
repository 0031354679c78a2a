import type { PolicyLearned } from '../known-policy/known-policy.events.js';

export const aPolicyLearned = (data: Partial<PolicyLearned['data']> = {}): PolicyLearned => ({
  type: 'PolicyLearned',
  occurredAt: '2026-01-01T02:00:00.000Z',
  storeId: data.storeId ?? null,
  data: {
    ...{ name: 'client-ownership', version: 1, storeId: null, effectiveFrom: '2026-01-01' },
    value: { rule: 'server-follows' },
    ...data,
  },
});

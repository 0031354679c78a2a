import type { OverrideWithdrawn, PolicyPublished } from '../policy/policy.events.js';

export const morning = '2026-03-01T01:00:00.000Z';

export const aPolicyPublished = (data: Partial<PolicyPublished['data']> = {}): PolicyPublished => ({
  type: 'PolicyPublished',
  occurredAt: morning,
  storeId: data.storeId ?? null,
  data: {
    name: 'answer-clock',
    version: 1,
    storeId: null,
    effectiveFrom: '2026-04-01',
    value: { hoursToAnswer: 24, hoursToWarning: 20 },
    ...data,
  },
});

export const overrideWithdrawn = (data: Partial<OverrideWithdrawn['data']> = {}): OverrideWithdrawn => ({
  type: 'OverrideWithdrawn',
  occurredAt: morning,
  storeId: data.storeId ?? 'sh-01',
  data: { name: 'answer-clock', version: 2, storeId: 'sh-01', effectiveFrom: '2026-04-01', ...data },
});

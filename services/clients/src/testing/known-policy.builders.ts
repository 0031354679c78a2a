import type { ConsentText } from '#contracts/stores/consent-texts';
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

export const healthText = (
  version: string,
  effectiveFrom: string,
  olderConsents?: ConsentText['olderConsents'],
): ConsentText => ({
  ...{ purpose: 'health', version, effectiveFrom, text: { zh: `${version} 的内容` } },
  ...(olderConsents === undefined ? {} : { olderConsents }),
});

export const ageOfConsentLearned = (
  years: number | null,
  when: Partial<Pick<PolicyLearned['data'], 'version' | 'storeId' | 'effectiveFrom'>> = {},
): PolicyLearned =>
  aPolicyLearned({ name: 'age-of-consent', ...when, value: years === null ? null : { years } });

export const consentTextsLearned = (...texts: readonly ConsentText[]): PolicyLearned =>
  aPolicyLearned({ name: 'consent-texts', value: { texts } });

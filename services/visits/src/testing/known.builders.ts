import type { ItemLearned } from '../known-item/known-item.events.js';
import type { LicenceLearned } from '../known-store/known-store.events.js';

const occurredAt = '2026-02-01T00:00:00.000Z';

/** A laser treatment from March on. */
export const anItemLearned = (data: Partial<ItemLearned['data']> = {}): ItemLearned => ({
  type: 'ItemLearned',
  occurredAt,
  data: { itemId: 'laser-01', effectiveFrom: '2026-03-01', medicalSubject: 'cosmetic-dermatology', ...data },
});

/** For dermatology, good to the end of the year. */
export const aLicenceLearned = (data: Partial<LicenceLearned['data']> = {}): LicenceLearned => ({
  type: 'LicenceLearned',
  occurredAt,
  storeId: 'sh-01',
  data: {
    storeId: 'sh-01',
    effectiveFrom: '2026-03-01',
    licence: { subjects: ['cosmetic-dermatology'], until: '2026-12-31' },
    ...data,
  },
});

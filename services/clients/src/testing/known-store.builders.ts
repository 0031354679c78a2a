import type {
  StoreEntityLearned,
  StoreGradeLearned,
  StoreLearned,
} from '../known-store/known-store.events.js';

const storeId = 'sh-01';

export const aStoreLearned = (data: Partial<StoreLearned['data']> = {}): StoreLearned => ({
  type: 'StoreLearned',
  occurredAt: '2026-01-01T02:00:00.000Z',
  storeId: data.storeId ?? storeId,
  data: { storeId, grade: 'C', ...data },
});

export const aStoreGradeLearned = (data: Partial<StoreGradeLearned['data']> = {}): StoreGradeLearned => ({
  type: 'StoreGradeLearned',
  occurredAt: '2026-03-20T02:00:00.000Z',
  storeId: data.storeId ?? storeId,
  data: { storeId, effectiveFrom: '2026-04-01', grade: 'AA', ...data },
});

export const aStoreEntityLearned = (data: Partial<StoreEntityLearned['data']> = {}): StoreEntityLearned => ({
  type: 'StoreEntityLearned',
  occurredAt: '2026-03-20T02:00:00.000Z',
  storeId: data.storeId ?? storeId,
  data: { storeId, effectiveFrom: '2026-04-01', legalEntity: 'Mei Franchise', ...data },
});

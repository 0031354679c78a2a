import type { ItemLearned, ItemRetirementLearned } from '../known-item/known-item.events.js';

const itemId = 'peel-30';
const effectiveFrom = '2026-03-01';

export const anItemLearned = (data: Partial<ItemLearned['data']> = {}): ItemLearned => ({
  type: 'ItemLearned',
  occurredAt: '2026-03-01T02:00:00.000Z',
  data: { itemId, effectiveFrom, name: 'Peeling', kind: 'special', contraindications: ['sunburn'], ...data },
});

export const anItemRetirementLearned = (
  data: Partial<ItemRetirementLearned['data']> = {},
): ItemRetirementLearned => ({
  type: 'ItemRetirementLearned',
  occurredAt: '2026-05-01T02:00:00.000Z',
  data: { itemId, effectiveFrom: '2026-05-01', ...data },
});

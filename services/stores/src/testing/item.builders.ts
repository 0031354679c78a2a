import type { ItemOffered, ItemPriced, ItemRetired } from '../item/item.events.js';

const occurredAt = '2026-02-20T01:00:00.000Z';

export const anItemOffered = (data: Partial<ItemOffered['data']> = {}): ItemOffered => ({
  type: 'ItemOffered',
  occurredAt,
  data: {
    itemId: 'hydra-01',
    effectiveFrom: '2026-03-01',
    description: {
      name: 'Deep hydration',
      kind: 'regular',
      durationMinutes: 60,
      needs: ['facial-room'],
      contraindications: ['skin-infection'],
      products: ['hydra-serum'],
    },
    ...data,
  },
});

export const anItemRetired = (data: Partial<ItemRetired['data']> = {}): ItemRetired => ({
  type: 'ItemRetired',
  occurredAt,
  data: { itemId: 'hydra-01', effectiveFrom: '2026-04-01', ...data },
});

export const anItemPriced = (data: Partial<ItemPriced['data']> = {}): ItemPriced => ({
  type: 'ItemPriced',
  occurredAt,
  storeId: data.storeId ?? null,
  data: {
    itemId: 'hydra-01',
    storeId: null,
    effectiveFrom: '2026-03-01',
    price: { priceMinor: 12_800, currency: 'CNY' },
    ...data,
  },
});

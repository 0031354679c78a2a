import type { StoreOpened } from '../store/store.events.js';

export const aStoreOpened = (data: Partial<StoreOpened['data']> = {}): StoreOpened => ({
  type: 'StoreOpened',
  occurredAt: '2026-03-01T01:00:00.000Z',
  storeId: data.storeId ?? 'sh-01',
  data: {
    storeId: 'sh-01',
    name: 'Jing’an Temple',
    region: 'Shanghai',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    legalEntity: 'Liren Beauty Co., Ltd.',
    grade: 'A',
    ...data,
  },
});

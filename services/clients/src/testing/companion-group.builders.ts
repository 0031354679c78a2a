import type { CompanionsArranged } from '../companion-group/companion-group.events.js';

export const companionsArranged = (data: Partial<CompanionsArranged['data']> = {}): CompanionsArranged => ({
  type: 'CompanionsArranged',
  occurredAt: '2026-03-12T02:00:00.000Z',
  storeId: data.storeId ?? 'sh-01',
  data: { groupId: 'sisters', storeId: 'sh-01', memberIds: ['a', 'b', 'c'], leaderId: 'b', ...data },
});

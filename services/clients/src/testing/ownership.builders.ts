import type { OwnerAssigned, OwnerReleased } from '../ownership/ownership.events.js';

const clientId = '01900000-0000-7000-8000-00000000000c';

export const anOwnerAssigned = (
  data: Partial<OwnerAssigned['data']> = {},
  occurredAt = '2026-03-01T02:00:00.000Z',
): OwnerAssigned => ({
  type: 'OwnerAssigned',
  occurredAt,
  storeId: 'sh-01',
  data: { clientId, staffId: 'li', effectiveFrom: '2026-03-01', reason: 'her-wish', ...data },
});

export const anOwnerReleased = (
  data: Partial<OwnerReleased['data']> = {},
  occurredAt = '2026-04-01T02:00:00.000Z',
): OwnerReleased => ({
  type: 'OwnerReleased',
  occurredAt,
  storeId: 'sh-01',
  data: { clientId, effectiveFrom: '2026-04-01', reason: 'staff-left', ...data },
});

import type { Acknowledging } from '#contracts/erasure-acknowledged.v1';
import type { ErasureCarriedOut, ErasureOrdered, ErasureReached } from '../erasure/erasure.events.js';

const her = { clientId: '01900000-0000-7000-8000-00000000000c', storeId: 'sh-01' };

export const erasureOrdered = (): ErasureOrdered => ({
  type: 'ErasureOrdered',
  occurredAt: '2026-03-05T02:00:00.000Z',
  storeId: her.storeId,
  data: { ...her, reason: 'request-of-hers', orderedBy: 'a privacy officer' },
});

export const erasureCarriedOut = (): ErasureCarriedOut => ({
  type: 'ErasureCarriedOut',
  occurredAt: '2026-03-05T02:00:01.000Z',
  storeId: her.storeId,
  data: { ...her, backupsExpireOn: '2026-04-04' },
});

export const erasureReached = (
  service: Acknowledging = 'visits',
  occurredAt = '2026-03-05T02:00:02.000Z',
): ErasureReached => ({
  type: 'ErasureReached',
  occurredAt,
  storeId: her.storeId,
  data: { ...her, service },
});

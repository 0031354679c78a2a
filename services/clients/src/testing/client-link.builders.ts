import type { ClientsLinked, ClientsUnlinked } from '../client-link/client-link.events.js';

const at = '2026-03-01T02:00:00.000Z';
const storeId = 'sh-01';
const [survivorId, mergedId] = ['a', 'b'];

export const clientsLinked = (data: Partial<ClientsLinked['data']> = {}): ClientsLinked => ({
  type: 'ClientsLinked',
  occurredAt: at,
  storeId,
  data: { survivorId, mergedId, storeId, reason: 'registered-twice', ...data },
});

export const clientsUnlinked = (data: Partial<ClientsUnlinked['data']> = {}): ClientsUnlinked => ({
  type: 'ClientsUnlinked',
  occurredAt: at,
  storeId,
  data: { survivorId, mergedId, storeId, reason: 'mistake', ...data },
});

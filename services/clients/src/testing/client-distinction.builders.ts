import type { ClientsDistinguished } from '../client-distinction/client-distinction.events.js';

export const clientsDistinguished = (
  data: Partial<ClientsDistinguished['data']> = {},
): ClientsDistinguished => ({
  type: 'ClientsDistinguished',
  occurredAt: '2026-03-10T02:00:00.000Z',
  storeId: 'sh-01',
  data: { clientId: 'a', otherId: 'b', ...data },
});

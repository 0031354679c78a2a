import type { ClientsExported } from '../client-export/client-export.events.js';
import type { TakenOut } from '../reading/reading.events.js';

export const clientsExported = (
  data: Partial<ClientsExported['data']> = {},
  occurredAt = '2026-03-01T02:00:00.000Z',
): ClientsExported => ({
  type: 'ClientsExported',
  occurredAt,
  storeId: data.storeId ?? 'sh-01',
  policyVersion: 'client-export@1',
  data: {
    exportId: '01900000-0000-7000-8000-0000000000e1',
    storeId: 'sh-01',
    role: 'store-manager',
    format: 'csv',
    reason: 'hand-over',
    reference: null,
    rows: 4_000,
    ...data,
  },
});

/** To Singapore, as her own stream has it. */
export const takenAbroad = (sensitive: boolean): TakenOut => ({
  exportId: clientsExported().data.exportId,
  ...{
    purpose: 'administration',
    recipient: 'Courier Ltd',
    sections: [],
    abroad: { country: 'SG', sensitive },
  },
});

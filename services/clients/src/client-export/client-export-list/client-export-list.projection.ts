import type { ExportPurpose } from '#contracts/clients/export-purposes';
import type { Projection } from '#libs/event-sourcing';
import type { ClientsExported, Format, Reason } from '../client-export.events.js';

export interface ClientExportRow {
  exportId: string;
  exportedAt: string;
  /** Who took them out. */
  actor: string | null;
  role: string | null;
  storeId: string | null;
  format: Format;
  reason: Reason;
  reference: string | null;
  purpose: ExportPurpose;
  /** Null where they stay in the chain. */
  recipient: string | null;
  /** Null within the country. */
  recipientCountry: string | null;
  /** The recipient, where it works for the salon, and under which agreement. */
  processorId: string | null;
  agreementNumber: string | null;
  rows: number;
  /** Of files, beside who she is and how to reach her. */
  sections: readonly string[];
}

/** What the first exports did not say. */
const OF_THE_FIRST = {
  sections: [],
  purpose: 'administration',
  recipient: null,
  recipientCountry: null,
} as const;

/** Who took client files out, when and why, what for and to whom. */
export const clientExportList: Projection<ClientsExported, ClientExportRow> = {
  name: 'client_export',
  of: ['client-export'],
  columns: {
    exportId: 'text',
    exportedAt: 'text not null', // as text, in UTC, it sorts as it should, and any cursor can be compared with it
    actor: 'text',
    role: 'text',
    storeId: 'text',
    format: 'text not null',
    reason: 'text not null',
    reference: 'text',
    purpose: 'text not null',
    recipient: 'text',
    recipientCountry: 'text',
    processorId: 'text',
    agreementNumber: 'text',
    rows: 'integer not null',
    sections: 'json not null',
  },
  key: 'exportId',
  store: 'storeId',
  indexes: ['"exportedAt", "exportId"'],
  on: {
    ClientsExported: ({ data: { processor, ...data }, occurredAt: exportedAt, actor }, rows) => {
      const { processorId = null, agreementNumber = null } = processor ?? {};
      const worksForUs = { processorId, agreementNumber };
      rows.set(data.exportId, { ...OF_THE_FIRST, ...data, ...worksForUs, exportedAt, actor });
    },
  },
};

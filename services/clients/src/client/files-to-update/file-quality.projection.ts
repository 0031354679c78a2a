import { ignored, type Projection, type Recorded } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import { completenessOf } from '../completeness.js';

export interface FileQualityRow {
  clientId: string;
  storeId: string;
  /** Names of the fields that have a value, by section. */
  filled: Readonly<Record<string, { readonly filled: readonly string[] }>>;
  score: number;
  missing: readonly string[];
  /** When somebody last opened it, changed it or found it right. */
  lookedAtOn: string;
}

type Rows = Parameters<(typeof fileQuality)['on']['LeadAdded']>[1];

const opened = ({ data: { clientId, storeId }, occurredAt }: Recorded<ClientEvent>, rows: Rows): void => {
  const { filled } = rows.get(clientId) ?? { filled: {} };
  rows.set(clientId, { clientId, storeId, filled, ...completenessOf(filled), lookedAtOn: occurredAt });
};

const lookedAt = ({ data: { clientId }, occurredAt }: Recorded<ClientEvent>, rows: Rows): void => {
  const row = rows.get(clientId);
  if (row !== undefined) rows.set(clientId, { ...row, lookedAtOn: occurredAt });
};

/** How complete each file is, by names of fields alone. */
export const fileQuality: Projection<ClientEvent, FileQualityRow> = {
  name: 'file_quality',
  of: ['client'],
  columns: {
    clientId: 'text',
    storeId: 'text not null',
    filled: 'json not null',
    score: 'integer not null',
    missing: 'json not null',
    lookedAtOn: 'timestamptz not null',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "clientId"'],
  reads: ({ data }) => [data.clientId],
  on: {
    ClientErased: ({ data: { clientId } }, rows) => rows.delete(clientId),
    LeadAdded: ignored,
    LeadClassed: ignored,
    LeadQualified: ignored,
    ClientLost: ignored,
    ClientWonBack: ignored,
    ClientRestricted: ignored,
    ClientRegistered: opened,
    ContactChanged: lookedAt,
    FileReviewed: lookedAt,
    FileSectionUpdated: ({ data: { clientId, storeId, section, filled }, occurredAt }, rows) => {
      const all = { ...rows.get(clientId)?.filled, [section]: { filled } };
      rows.set(clientId, { clientId, storeId, filled: all, ...completenessOf(all), lookedAtOn: occurredAt });
    },
  },
};
